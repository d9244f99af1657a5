"""Charts of the parts as one SVG that reads on light and dark: bars and lines, each with its numbers in text."""

import math
from collections.abc import Callable, Iterator, Sequence
from html import escape

from tests.benchmarks.parts import Bars, Curve, Part, Target

WIDTH, HEIGHT, GAP, PAD = 460, 250, 24, 16
BAR, LABELS, LONG_LABELS = 20, 190, 560
WHOLE = 2 * WIDTH + GAP
MOST_USED = 4.0
"""Times what a target allows that its bar shows at most, so that one far miss leaves the others readable."""

STYLE = """
text{font:12px system-ui,sans-serif;fill:#24292f}.t{font-weight:600;font-size:13px}.s{fill:#57606a;font-size:11px}
.b{fill:#3b6fb6}.m{fill:#c4432b}.l{fill:none;stroke:#3b6fb6;stroke-width:2}.a{stroke:#8c959f;stroke-width:1}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.s{fill:#9aa4af}.b{fill:#6ea8fe}.l{stroke:#6ea8fe}.m{fill:#ff8a70}}
"""

Panel = tuple[float, str]
"""Height in pixels and the drawing, its origin at the top left."""


def picture(parts: Sequence[Part]) -> str:
    """Return all charts in two columns, below the targets, which take the whole width."""
    drawn, top = [], PAD
    if every := [target for part in parts for target in part.targets if target.measured is not None]:
        height, body = of_targets(every)
        drawn.append(f'<g transform="translate({PAD},{top})">{body}</g>')
        top += height + GAP
    heights = [top, top]
    for height, body in panels_of(parts):
        column = heights.index(min(heights))
        x = PAD + column * (WIDTH + GAP)
        drawn.append(f'<g transform="translate({x},{heights[column]})">{body}</g>')
        heights[column] += height + GAP
    width, whole = WHOLE + 2 * PAD, max(heights)
    names = ", ".join(part.title for part in parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {whole:g}" role="img">'
        f"<title>Charts: {escape(names)}</title><style>{STYLE}</style>{''.join(drawn)}</svg>\n"
    )


def panels_of(parts: Sequence[Part]) -> Iterator[Panel]:
    for part in parts:
        yield from map(of_bars, part.bars)
        yield from map(of_curve, part.curves)


def of_targets(targets: Sequence[Target]) -> Panel:
    """Draw each target as the part of what is allowed that was used; what reaches beyond 1 is missed."""
    used = [(one.what, share(one), "b" if one.reached else "m") for one in targets]
    title = "How much of what each target allows was used: up to the line it is reached"
    height, body = rows(title, "x", used, LONG_LABELS, WHOLE, most=MOST_USED)
    longest = min(MOST_USED, max(1.0, *(value for _, value, _ in used)))
    line = LONG_LABELS + (WHOLE - LONG_LABELS - 80) / longest
    return height, f'{body}<path class="a" d="M{line:.1f} 22V{height}"/>'


def share(target: Target) -> float:
    """Return what was used of what is allowed: above 1 where the target is missed."""
    used, allowed = (target.measured or 0.0), target.target
    if not target.at_most:
        used, allowed = allowed, used
    if allowed == 0:  # nothing at all is allowed
        return math.inf if used else 0.0
    return used / allowed


def of_bars(bars: Bars) -> Panel:
    return rows(bars.title, bars.unit, [(name, value, "b") for name, value in bars.bars], log=bars.log)


def rows(
    title: str,
    unit: str,
    bars: Sequence[tuple[str, float, str]],
    labels: int = LABELS,
    width: int = WIDTH,
    *,
    log: bool = False,
    most: float = math.inf,
) -> Panel:
    """Draw bars below each other, each with its name and value, its look the class of its rectangle.

    None is drawn longer than `most`.
    """
    seen = [min(value, most) for _, value, _ in bars]
    across = scale([least(bars) if log else 0, *seen], width - labels - 80, log=log)
    drawn = [f'<text class="t" x="0" y="12">{escape(title)}{", logarithmic" if log else ""}</text>']
    for place, (name, value, look) in enumerate(bars):
        y = 24 + place * BAR
        length, said = max(1.0, across(min(value, most))), escape(shortened(name, labels // 6))
        drawn.append(
            f'<text class="s" x="{labels - 6}" y="{y + 12}" text-anchor="end">{said}</text>'
            f'<rect class="{look}" x="{labels}" y="{y + 2}" width="{length:.1f}" height="{BAR - 7}" rx="2"/>'
            f'<text class="s" x="{labels + length + 5:.1f}" y="{y + 12}">{value:.3g} {escape(unit)}</text>'
        )
    return 24 + len(bars) * BAR, "".join(drawn)


def least(bars: Sequence[tuple[str, float, str]]) -> float:
    """Return where a logarithmic scale begins: at the power of ten below the smallest value."""
    return float(10 ** math.floor(math.log10(min(value for _, value, _ in bars))))


def shortened(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def of_curve(curve: Curve) -> Panel:
    """Draw a line through the points, with the ends of both axes in numbers; the y axis begins at 0 unless `log`."""
    left, top, right, bottom = 52, 24, WIDTH - 12, HEIGHT - 40
    xs, ys = [x for x, _ in curve.points], [y for _, y in curve.points]
    across = scale(xs, right - left, log=curve.log)
    up = scale(ys if curve.log else [0, *ys], bottom - top, log=curve.log)
    places = [(left + across(x), bottom - up(y)) for x, y in curve.points]
    dots = "".join(f'<circle class="b" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in places)
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    axes = f'<path class="a" fill="none" d="M{left} {top}V{bottom}H{right}"/>'
    title = curve.title + (", logarithmic" if curve.log else "")
    names = (
        f'<text class="t" x="0" y="12">{escape(title)}</text>'
        f'<text class="s" x="{right}" y="{bottom + 32}" text-anchor="end">{escape(curve.x)}</text>'
        f'<text class="s" x="{left + 6}" y="{top + 8}">{escape(curve.y)}</text>'
    )
    return HEIGHT, f'{names}{axes}<polyline class="l" points="{line}"/>{dots}{ends(curve, places, left, bottom)}'


def ends(curve: Curve, places: Sequence[tuple[float, float]], left: float, bottom: float) -> str:
    """Return the numbers at the first and the last point, on both axes."""
    drawn = []
    for (x, y), (across, up), anchor in zip(
        (curve.points[0], curve.points[-1]), (places[0], places[-1]), ("start", "end"), strict=True
    ):
        drawn.append(f'<text class="s" x="{across:.1f}" y="{bottom + 16}" text-anchor="{anchor}">{x:,.4g}</text>')
        drawn.append(f'<text class="s" x="{left - 6}" y="{up + 4:.1f}" text-anchor="end">{y:,.3g}</text>')
    return "".join(drawn)


def scale(values: Sequence[float], length: float, *, log: bool) -> Callable[[float], float]:
    """Return the function from a value to its place on an axis of the length, the least value at 0."""
    seen = (lambda value: math.log10(max(value, 1e-9))) if log else (lambda value: value)
    low, high = min(map(seen, values)), max(map(seen, values))
    return lambda value: length * (seen(value) - low) / ((high - low) or 1)
