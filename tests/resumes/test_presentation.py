"""View models: quotes that are slices, roles with reasons, offers that are never used unasked."""

from dataclasses import replace
from decimal import Decimal

import pytest

from resumes.extraction.facts import Facts, Location
from resumes.presentation import words
from resumes.presentation.answer import answer, role_quotes, telling
from resumes.presentation.basis import Basis, basis_of
from resumes.presentation.page import page
from resumes.presentation.reading import what_was_read
from resumes.presentation.switches import claimed_tier, switches
from resumes.presentation.timeline import dates_in_words, month_in_words, timeline
from resumes.profile import Corrections
from salaries.contents.files import GUIDES, read
from salaries.contents.freezing import guide_of
from salaries.estimation.amounts import Citation
from salaries.estimation.estimate import Position
from salaries.explanation.beside import ordinal, position_words, step_lines
from tests.resumes.written import AS_OF, FACTS, INTERN, ML, SOFTWARE, TEXT, at, document, role

GUIDE = guide_of(read(GUIDES / "2026.yaml"))
SOURCE = Citation("guide", "a section")


def basis(facts: Facts = FACTS, corrections: Corrections = Corrections()) -> Basis:  # noqa: B008
    return basis_of(document(), facts, corrections, GUIDE, AS_OF)


class TestTimeline:
    """Roles with their months, what counted, and why not."""

    def test_counted_and_left_out_roles_are_told_apart(self) -> None:
        line = timeline(basis())
        assert [row.counted for row in line.rows] == [True, True, False]
        assert (line.counted, line.left_out) == (2, 1)

    def test_months_are_those_of_the_role(self) -> None:
        assert [row.months for row in timeline(basis()).rows] == [70, 36, 3]

    def test_a_role_without_dates_is_kept_and_said_to_be(self) -> None:
        undated = role("Software Engineer", None, None, "adjacent")
        row = timeline(basis(replace(FACTS, roles=(ML, undated)))).rows[1]
        assert (row.counted, row.why, row.width) == (False, "Software or data, not counted: no date was found", None)

    def test_months_shared_with_another_role_are_named(self) -> None:
        beside = role("Software Engineer", "2020-07", "2021-06", "adjacent")
        rows = timeline(basis(replace(FACTS, roles=(beside, ML)))).rows
        assert [row.shared for row in rows] == [0, 6]

    def test_roles_stand_newest_first_whatever_their_order_in_the_resume(self) -> None:
        rows = timeline(basis(replace(FACTS, roles=(INTERN, SOFTWARE, ML)))).rows
        assert [row.title for row in rows] == [ML.title, SOFTWARE.title, INTERN.title]

    def test_roles_that_do_not_touch_share_nothing(self) -> None:
        assert [row.shared for row in timeline(basis()).rows] == [0, 0, 0]

    def test_bars_lie_inside_the_picture_in_the_order_of_time(self) -> None:
        newest, before, _ = timeline(basis()).rows
        first, last = before.x or Decimal(0), newest.x or Decimal(0)
        assert first < last
        assert last + (newest.width or 0) <= 100

    def test_no_roles_give_no_picture(self) -> None:
        line = timeline(basis(replace(FACTS, roles=())))
        assert (line.rows, line.ticks) == ((), ())

    def test_only_undated_roles_give_no_axis(self) -> None:
        assert timeline(basis(replace(FACTS, roles=(role("Research Intern", None, None, "internship"),)))).ticks == ()

    @pytest.mark.parametrize(("text", "said"), [("2019-03", "Mar 2019"), ("2019", "2019"), ("present", "present")])
    def test_months_are_written_out(self, text: str, said: str) -> None:
        assert month_in_words(text) == said

    def test_a_single_date_is_written_once(self) -> None:
        assert dates_in_words(role("Research Intern", "2017", "2017")) == "2017"


class TestAnswer:
    """The first screen."""

    def test_the_reasons_come_in_the_order_of_the_steps(self) -> None:
        assert [reason.field for reason in answer(basis()).reasons] == ["years", "specialization", "place"]

    def test_the_years_are_quoted_by_title_and_dates_as_printed(self) -> None:
        text = "Example Robotics\nVision Engineer\nMar 2021 - Present\n"
        parts = tuple(at(words, text) for words in ("Example Robotics", "Vision Engineer", "Mar 2021 - Present"))
        vision = replace(ML, title="Vision Engineer", employer="Example Robotics", evidence=parts)
        told = [document(text).text[one.start : one.end] for one in telling(vision, document(text))]
        assert told == ["Vision Engineer", "Mar 2021 - Present"]

    def test_the_newest_counted_role_is_quoted_wherever_it_stands(self) -> None:
        earlier = replace(ML, start="2015-01", end="2016-01", evidence=(at("Seattle"),))
        newest = replace(ML, evidence=(at("perception stack"),))
        assert role_quotes(basis(replace(FACTS, roles=(earlier, newest))))[0].text == "perception stack"

    def test_a_role_whose_title_is_not_in_its_evidence_is_quoted_all_the_same(self) -> None:
        assert telling(replace(ML, title="Another"), document()) == list(ML.evidence)

    @pytest.mark.parametrize(("rung", "is_base"), [(None, True), ("lead", True), ("director", False)])
    def test_a_range_is_called_base_only_where_the_guide_calls_it_so(self, rung: str | None, is_base: bool) -> None:
        assert answer(basis(FACTS, Corrections(rung=rung))).is_base == is_base

    def test_a_generalist_is_proved_by_no_words(self) -> None:
        reasons = answer(basis(FACTS, Corrections(specialization="generalist"))).reasons
        assert next(reason.quotes for reason in reasons if reason.field == "specialization") == ()

    def test_a_suburb_is_said_to_be_priced_as_its_metropolitan_area(self) -> None:
        suburb = replace(FACTS, location=Location("Bellevue", "WA", "US", "seattle", "42660", "high", ()))
        assert answer(basis(suburb)).reasons[-1].detail.startswith("Priced as Seattle. ")

    def test_a_place_abroad_is_named_as_such(self) -> None:
        bonn = replace(FACTS, location=Location("Bonn", None, "DE", None, None, "high", ()))
        assert answer(basis(bonn)).abroad == "Bonn is outside the United States"
        assert answer(basis()).abroad == ""

    def test_a_certain_answer_asks_nothing(self) -> None:
        assert answer(basis()).unsure == ()

    def test_an_uncertain_role_makes_the_years_a_question(self) -> None:
        facts = replace(FACTS, roles=(replace(ML, confidence="low"), SOFTWARE, INTERN))
        assert answer(basis(facts)).unsure == ("years",)

    def test_what_the_visitor_says_is_certain_and_theirs(self) -> None:
        facts = replace(FACTS, roles=(replace(ML, confidence="low"),))
        first = answer(basis(facts, Corrections(years=Decimal(4)))).reasons[0]
        assert (first.sure, first.yours, first.quotes) == (True, True, ())

    def test_an_unknown_place_is_said_to_be_and_left_out_of_the_headline(self) -> None:
        told = answer(basis(replace(FACTS, location=None)))
        assert told.who == "Senior ML engineer, computer vision"
        assert told.reasons[-1].read == "No place known"

    def test_a_state_without_a_city_goes_by_its_name(self) -> None:
        location = replace(FACTS.location, city=None, cbsa=None)  # type: ignore[type-var]
        assert answer(basis(replace(FACTS, location=location))).who.endswith("Washington")


class TestBesideTheRange:
    """Steps, positions, pay."""

    def test_the_last_line_of_the_sum_is_the_estimate(self) -> None:
        *others, last = step_lines(basis().estimate)
        assert last.is_last
        assert not any(line.is_last for line in others)

    @pytest.mark.parametrize(
        ("position", "said"),
        [
            (Position("x", Decimal("84.4"), "at", SOURCE), "at the 84th percentile"),
            (Position("x", Decimal(90), "above", SOURCE), "above the 90th percentile"),
            (Position("x", Decimal(10), "below", SOURCE), "below the 10th percentile"),
        ],
    )
    def test_positions_in_words(self, position: Position, said: str) -> None:
        assert position_words(position) == said

    @pytest.mark.parametrize(
        ("number", "said"),
        [(1, "1st"), (2, "2nd"), (13, "13th"), (22, "22nd"), (83, "83rd"), (90, "90th"), (11, "11th")],
    )
    def test_ordinals(self, number: int, said: str) -> None:
        assert ordinal(number) == said

    def test_the_current_employers_kind_is_marked_where_it_is_known(self) -> None:
        own = page(basis(replace(FACTS, employer_kind="public-tech"))).totals.own
        assert own is not None
        assert own.scenario.slug == "public-tech"
        assert page(basis()).totals.own is None

    def test_the_counted_sum_stays_when_the_visitor_corrects_the_years(self) -> None:
        assert page(basis(FACTS, Corrections(years=Decimal(1)))).counted.relevant == Decimal("7.33")


class TestSwitches:
    """What a title claims is offered, never used."""

    @pytest.mark.parametrize(
        ("title", "tier"),
        [
            ("Staff Machine Learning Engineer", "staff"),
            ("Principal Scientist", "staff"),
            ("Sr. Data Scientist", "senior"),
            ("Entry-level ML Engineer", "entry"),
        ],
    )
    def test_titles_that_claim_a_tier(self, title: str, tier: str) -> None:
        assert claimed_tier(title) == tier

    @pytest.mark.parametrize("title", ["Machine Learning Engineer", "Staffing Analyst", "Seniority Modeler", ""])
    def test_titles_that_claim_none(self, title: str) -> None:
        assert claimed_tier(title) is None

    def test_a_leadership_title_is_offered_its_rung(self) -> None:
        offered = switches(basis(replace(FACTS, rung="director", current_title="Director of ML")))
        assert [(switch.field, switch.value) for switch in offered] == [("rung", "director")]

    def test_an_offer_that_was_taken_up_is_gone(self) -> None:
        facts = replace(FACTS, rung="director", current_title="Staff Engineer")
        assert switches(basis(facts, Corrections(rung="director"))) == ()


class TestWhatWasRead:
    """Skills, education, remarks."""

    def test_skills_stand_by_category(self) -> None:
        groups = what_was_read(basis()).skills
        assert {group.name: [skill.name for skill in group.skills] for group in groups} == {
            "ML frameworks": ["PyTorch"],
            "Programming languages": ["Go"],
        }

    def test_an_unfinished_degree_is_said_to_be(self) -> None:
        education = replace(FACTS.education, in_progress=True)
        read = what_was_read(basis(replace(FACTS, education=education)))
        assert read.education.words == "Master's degree in Computer Science, not finished yet"

    def test_what_the_reader_noticed_is_told_once(self) -> None:
        noticed = replace(document(TEXT), remarks=("invisible_text",))
        assert len(what_was_read(replace(basis(), document=noticed)).remarks) == 1


class TestWords:
    """Words for every slug that the guide and the facts use."""

    def test_every_slug_of_the_guide_has_words(self) -> None:
        families = {"tiers": GUIDE.tiers, "specializations": GUIDE.specializations, "rungs": GUIDE.ladder}
        for family, rows in families.items():
            assert {row.slug for row in rows} <= set(words.load()[family])  # type: ignore[attr-defined]

    def test_a_slug_without_words_goes_by_its_letters(self) -> None:
        assert words.named("remarks", "odd_thing") == "odd thing"
