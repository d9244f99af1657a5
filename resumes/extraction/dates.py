"""Component "dates": ranges of dates and single dates as printed, in every form that resumes use."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from resumes.extraction import findings
from resumes.extraction.facts import Evidence
from resumes.extraction.findings import DateRange
from resumes.extraction.lexicons import load
from resumes.extraction.moment_forms import either
from resumes.extraction.moments import FURTHER_YEAR, Moment, moments
from resumes.extraction.open_ends import with_open_ends

DASH = r"(?:-{1,3}|[–—‑−‐‒―~→>]|\x96|\x97)"
OPEN_END = re.compile(rf"[ ]*{DASH}[ ]*(?:\?|…|\.{{2,3}}|tb[da]\b|TB[DA]\b)?[ ]*(?=$|[\t\n)\]|;])")
DASH_AFTER = re.compile(rf"[ ]*{DASH}[ ]*(?:\t|$)")
DASH_BEFORE = re.compile(rf"(?:^|\t)[ ]*{DASH}[ ]*$")
DASH_ALONE = re.compile(rf"[ ]*{DASH}[ ]*")
LINE_ENDS = re.compile(r"[ )]*(?:\n|$)")
CELL_ENDS = re.compile(r"[ ]*(?:\t|\n|$)")
NEXT_LINE_DASH = re.compile(rf"[ ]*{DASH}?[ ]*")
SHORT_END = re.compile(r"(?:\s?[-–—/]\s?['’]?|/(?:19|20))(\d\d)(?![\d/.-])")
DIGIT_END = re.compile(r"\s?[–—](\d)(?![\w/.,:%–-])")
"""The last digit of the year behind a dash, no hyphen: "2008–9"; "2008-9" is as often a month."""
LABEL = re.compile(r"\b(?:start|end|begin|finish|leaving|joining|hire|issue|completion)\s+date$")
CODE_BEFORE = re.compile(r"\b[A-Z]{2,5} ?$")
LONGEST_GAP = 16
VAGUE = {"year", "month_roman", "slash_short", "dot_short", "year_month", "month_short", "short_year"}
"""Forms that on their own are dates only at the edge of a line or cell: elsewhere they are mostly something else."""


@Language.component("bandwise_dates")
def find_dates(doc: Doc) -> Doc:
    """Fill `findings.dates` in text order and leave one span a date in `doc.spans["dates"]`."""
    found = findings.of(doc)
    text = found.document.text
    found.dates = with_open_ends(text, date_ranges(text, found.as_of))
    places = ((dated.evidence.start, dated.evidence.end, dated.rule) for dated in found.dates)
    spans = (doc.char_span(start, end, label=rule, alignment_mode="expand") for start, end, rule in places)
    doc.spans["dates"] = [span for span in spans if span is not None]
    return doc


def date_ranges(text: str, as_of: date) -> Iterator[DateRange]:
    """Yield the ranges and single dates of a text, in order."""
    waiting = [moment for moment in moments(text, as_of) if not (_is_aside(text, moment) or _is_label(text, moment))]
    while waiting:
        first, *rest = waiting
        second = rest[0] if rest else None
        dated = _range(text, first, second)
        if dated:
            waiting = rest[1:]
        else:
            dated, waiting = _alone(text, first), rest
        if dated:
            while waiting and waiting[0].start < dated.evidence.end:  # listed years hold several
                waiting = waiting[1:]
            yield dated


def _range(text: str, first: Moment, second: Moment | None) -> DateRange | None:
    """Return the range from one moment to the next, where what stands between them says so."""
    if second is None:
        return None
    if first.present and not second.present and _linked(text, first, second):
        first, second = second, first
    elif first.present or not (_linked(text, first, second) or _stacked(text, first, second)):
        return None
    completed = _completed(text, first, second)
    if completed is None:
        return None
    start, end = completed
    whole = Evidence(_opened(text, min(first.start, second.start)), max(first.end, second.end))
    backwards = not end.present and (end.year, end.last or 12) < (start.year, start.month)
    dated = DateRange(start.opens(), end.closes(), whole, "range", start.typo or end.typo or backwards)
    return dated if _linked(text, *sorted((first, second), key=lambda one: one.start)) else _split(dated, first, second)


def _opened(text: str, start: int) -> int:
    """Return where a range begins, a word that opens it at the start of its line or cell included: "from May 2019"."""
    before = _opener().search(text[max(0, start - 24) : start])
    return start - len(before[1]) if before else start


def _split(dated: DateRange, first: Moment, second: Moment) -> DateRange:
    """Return a range whose halves stand in two lines of a rail, with other text between them."""
    return replace(
        dated, evidence=Evidence(first.start, first.end), rest=Evidence(second.start, second.end), rule="stacked"
    )


@cache
def _link() -> re.Pattern[str]:
    """Return the pattern of what may stand between the bounds of a range, a line's end included."""
    words = either(load("dates")["between"]["words"])
    return re.compile(rf"[ \t]*,?[ \t]*\n?[ \t]*(?:{DASH}|/|\b(?:{words})\b)[.:]?[ \t]*\n?[ \t]*\(?", re.IGNORECASE)


def _linked(text: str, first: Moment, second: Moment) -> bool:
    """Return whether a dash or a word of the lexicon, and nothing else, stands between two moments."""
    gap = text[first.end : second.start]
    if len(gap) > LONGEST_GAP:
        return False
    if gap == "\t":
        return _in_columns(text, first, second)
    if second.present and not gap.strip():
        words = text[second.start : second.end].lower()
        return "\n" not in gap and _until().match(words) is not None
    return bool(_link().fullmatch(gap)) and not (gap.strip() == "/" and second.rule in ("year", "short_year"))


@cache
def _until() -> re.Pattern[str]:
    """Return the pattern of words for now that hold their own link: "to date", "bis heute", "do teraz"."""
    return re.compile(rf"(?:{either(load('dates')['between']['words'])}|present)(?!\w)|to", re.IGNORECASE)


def _in_columns(text: str, first: Moment, second: Moment) -> bool:
    """Return whether two moments fill the columns "from" and "to" of a table: neighboring cells, the last of a row."""
    begins = first.start == 0 or text[first.start - 1] in "\t\n"
    ends = re.match(r"[ ]*(?:\n|$)", text[second.end :]) is not None
    alike = second.present or (bool(first.month) == bool(second.month) and first.opens() < second.opens())
    return begins and ends and bool(first.year) and alike


def _stacked(text: str, first: Moment, second: Moment) -> bool:
    """Return whether the second moment stands in the next line where the first stands in its own: a rail of dates.

    A dash must follow the first or go before the second; both start their line, or both end it after a wide gap.
    """
    between = text[first.end : second.start]
    if between.count("\n") != 1:
        return False
    after, before = between.split("\n")
    dashed = bool(DASH_AFTER.match(after)) or bool(DASH_BEFORE.search(before))
    line_start = text.rfind("\n", 0, first.start) + 1
    left = not text[line_start : first.start].strip() and bool(NEXT_LINE_DASH.fullmatch(before))
    right = bool(DASH_ALONE.fullmatch(after)) and before.rpartition("\t")[1] == "\t"
    ends_line = LINE_ENDS.match(text, second.end) is not None
    cell_ends = CELL_ENDS.match(text, second.end) is not None
    return dashed and ((left and cell_ends) or (right and ends_line and not before.rpartition("\t")[2].strip(" -–—")))


def _completed(text: str, first: Moment, second: Moment) -> tuple[Moment, Moment] | None:
    """Return both bounds with years, the missing one taken from the other, or None where that makes no range."""
    if first.rule == "month_short" and re.search(r"\d\D+\d{4}$", text[second.start : second.end]):
        first = replace(first, year=0)  # "June 10 - August 15, 2013": a day, as the other bound has one too
    if first.year and (second.year or second.present):
        return first, second
    if second.present:
        return None
    if second.year and second.month:
        earlier = first.month > second.last
        return replace(first, year=second.year - earlier), second
    if first.year and first.month:
        return first, replace(second, year=first.year + (second.last < first.month))
    return None


def _alone(text: str, moment: Moment) -> DateRange | None:
    """Return a moment that is no half of a range: with an open end, since then, over two years, or a single date."""
    if moment.present or not moment.year:
        return None
    start, here = moment.opens(), Evidence(moment.start, moment.end)
    if moment.rule in ("year", "year_month") and (over := _academic_year(text, moment)):
        return over
    if moment.rule == "year" and (listed := _listed_years(text, moment)):
        return listed
    if opened := OPEN_END.match(text, moment.end):
        return DateRange(start, "present", Evidence(_opened(text, moment.start), opened.end()), "open", moment.typo)
    if after := _onward().match(text, moment.end):
        return DateRange(start, "present", Evidence(_opened(text, moment.start), after.end()), "onward", moment.typo)
    if since := _since().search(text[max(0, moment.start - 24) : moment.start]):
        return DateRange(start, "present", Evidence(moment.start - len(since[0]), moment.end), "since", moment.typo)
    if moment.rule in VAGUE and not _at_edge(text, moment):
        return None
    return DateRange(start, moment.closes(), here, moment.rule, moment.typo)


def _academic_year(text: str, moment: Moment) -> DateRange | None:
    """Return "2018-19" as 2018 to 2019; "2011-12" alone too, since nobody dates a single month so without a range."""
    end = SHORT_END.match(text, moment.start + 4) or DIGIT_END.match(text, moment.start + 4)
    if not end or not text[moment.start : moment.start + 4].isdigit():  # "mid 2017" begins with a word
        return None
    later = (int(end[1]) - moment.year) % 10 ** len(end[1])
    if not 1 <= later <= 9 or (len(end[1]) == 1 and int(end[1]) <= moment.year % 10):
        return None
    last = moment.year + later
    return DateRange(str(moment.year), str(last), Evidence(moment.start, end.end()), "short_range")


def _listed_years(text: str, moment: Moment) -> DateRange | None:
    """Return three or more years in a row ("2019, 2020 and 2021") as one range: what came back every year."""
    last, end = moment.year, moment.end
    while (further := FURTHER_YEAR.match(text, end)) and int(further[1]) == last + 1:
        last, end = int(further[1]), further.end()
    if last < moment.year + 2 or not re.match(r"[ ]*[).,;]?[ ]*(?:[\t\n]|$)", text[end:]):
        return None
    return DateRange(str(moment.year), str(last), Evidence(moment.start, end), "listed_years", moment.typo)


def _at_edge(text: str, moment: Moment) -> bool:
    """Return whether the moment starts or ends its line or cell, or stands in brackets; codes ("CS 2019") do not."""
    before = re.split(r"[\t\n]", text[max(0, moment.start - 60) : moment.start])[-1]
    after = re.split(r"[\t\n]", text[moment.end : moment.end + 60])[0]
    if moment.rule == "short_year" or CODE_BEFORE.search(before):
        return False
    ends = not after.strip(" ).,;:]") or FURTHER_YEAR.match(after) is not None
    starts = not before.strip(" ([") and (moment.rule != "year" or not re.match(r"\s+[a-z]", after))
    return ends or starts or bool(before.endswith("(") and after.startswith(")"))


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\t\n(|])[ ]*((?:{either(load('dates')['opener']['words'])})[: ]+)$", re.IGNORECASE)


@cache
def _since() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(load('dates')['since']['words'])})(?::\s*|\s+)$", re.IGNORECASE)


@cache
def _onward() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{either(load('dates')['since']['after'])})(?=$|[\t\n)\]|;,])", re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(load('dates')['aside']['words'])})[\s:]*$", re.IGNORECASE)


def _is_label(text: str, moment: Moment) -> bool:
    """Return whether a word for the present is a form's label: "End Date: May 2020", "Start date"."""
    said = text[moment.start : moment.end].lower()
    if not moment.present or said.split()[-1] != "date":
        return False
    labeled = LABEL.search(text[max(0, moment.start - 16) : moment.end].lower())
    return labeled is not None or text[moment.end :].lstrip()[:1] == ":"


def _is_aside(text: str, moment: Moment) -> bool:
    """Return whether words before the moment say that it dates something else: the file, or a birth."""
    return bool(_aside().search(text[max(0, moment.start - 24) : moment.start]))
