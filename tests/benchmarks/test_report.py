"""The report: what is missed is said to be missed, figures are right, every part has its place."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.benchmarks import report
from tests.benchmarks.parts import Bars, Curve, Measured, Part, Table, Target, load, percentile, save


def target(**changed: float | bool | str | None) -> Target:
    return Target(**{"what": "analysis", "target": 2.0, "measured": 1.5, "unit": "x", **changed})


def told(*targets: Target) -> str:
    return "\n".join(report.targets([Part(part="stages", title="Stages", targets=list(targets))]))


def test_a_reached_target_is_told_so() -> None:
    assert "| at most 2 x | 1.5 x | yes |" in told(target())


def test_a_missed_target_is_told_so_with_its_reason() -> None:
    said = told(target(measured=2.5, why="roles take half of it"))
    assert "| 2.5 x | **missed** |" in said
    assert "- *analysis*: roles take half of it" in said


def test_more_is_better_where_a_target_is_a_least() -> None:
    assert "| at least 20 a second | 12 a second | **missed** |" in told(
        target(target=20, measured=12, unit="a second", at_most=False)
    )


def test_what_was_not_measured_is_not_reached() -> None:
    assert "**not measured**" in told(target(measured=None))
    assert "0 of 1 reached" in told(target(measured=None))


def test_percentiles_lie_between_the_nearest_values() -> None:
    assert percentile([4, 1, 3, 2], 50) == 2.5
    assert percentile(range(101), 95) == 95
    assert percentile([7], 95) == 7


def test_no_values_have_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


def test_a_part_comes_back_as_it_was_saved_with_its_machine(tmp_path: Path) -> None:
    part = Part(part="growth", title="Growth", curves=[Curve(title="t", x="x", y="y", points=[(1, 2), (2, 4)])])
    back = load(save(part, tmp_path))
    assert back.curves == part.curves
    assert back.measured is not None
    assert back.measured.cores > 0


def test_parts_follow_the_order_whatever_their_names(tmp_path: Path) -> None:
    for name in ("start", "aside", "growth", "stages"):
        save(Part(part=name, title=name), tmp_path)
    found = report.merged(tmp_path, tmp_path / "none")
    assert [part.part for part in found] == ["stages", "growth", "start", "aside"]


def test_a_part_not_measured_again_keeps_its_figures(tmp_path: Path) -> None:
    save(Part(part="growth", title="Growth"), tmp_path / "first")
    report.write(tmp_path / "first", tmp_path)
    save(Part(part="memory", title="Memory"), tmp_path / "second")
    assert [part.part for part in report.write(tmp_path / "second", tmp_path)] == ["memory", "growth"]


def test_a_row_with_a_cell_too_many_is_refused() -> None:
    with pytest.raises(ValueError, match="longer"):
        report.table(Table(caption="", columns=["a"], rows=[["1", 2]]))


def test_cells_have_three_figures() -> None:
    assert report.table(Table(caption="", columns=["a", "ms"], rows=[["read", 8.0512], ["all", 12345.6]])).endswith(
        "| --- | ---: |\n| read | 8.05 |\n| all | 12,346 |"
    )


def test_what_was_tried_is_told_with_its_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tried.toml").write_text('growth = ["An index on the state: kept."]')
    monkeypatch.setattr(report, "TRIED", tmp_path / "tried.toml")
    report.tried_for.cache_clear()
    assert "What was tried:\n\n- An index on the state: kept." in report.section(Part(part="growth", title="Growth"))
    assert "tried" not in report.section(Part(part="memory", title="Memory"))
    report.tried_for.cache_clear()


def test_what_was_tried_names_parts_that_there_are() -> None:
    assert set(report.tomllib.loads(report.TRIED.read_text(encoding="utf-8"))) <= set(report.ORDER)


@pytest.mark.parametrize(("load", "busy"), [(None, False), (0.9, False), (1.1, True)])
def test_a_busy_machine_is_told_of(load: float | None, busy: bool) -> None:
    at = Measured(date="2026-11-01", commit="abc", cores=2, python="3.11", load=load)
    assert ("busy with other work" in report.machine(at)) is busy


@pytest.mark.parametrize(("measured", "drawn"), [(0.0, ">0 x<"), (3.0, ">inf x<")])
def test_a_target_that_allows_nothing_has_its_bar(measured: float, drawn: str) -> None:
    lost = Part(part="load", title="Load", targets=[target(target=0.0, measured=measured)])
    assert drawn in report.picture([lost])


def test_the_picture_holds_every_chart() -> None:
    bars = Bars(title="By stage", unit="ms", bars=[("read & split", 8.0), ("roles", 3.0)])
    curve = Curve(title="Rows", x="rows", y="ms", points=[(1e2, 1.0), (1e6, 1.1)], log=True)
    drawn = report.picture([Part(part="stages", title="Stages", targets=[target()], bars=[bars], curves=[curve])])
    ElementTree.fromstring(drawn)
    assert all(title in drawn for title in ("By stage", "read &amp; split", "Rows, logarithmic", "analysis"))
