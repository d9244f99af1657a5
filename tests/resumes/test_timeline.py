"""The timeline: corrected and removed roles, months counted once, gaps, and what would decide near a floor."""

from dataclasses import replace
from decimal import Decimal

import pytest

from resumes.extraction.facts import Evidence, Facts, Remark, Role, Skill, SpecializationGuess, StatedYears
from resumes.presentation.basis import Basis, basis_of
from resumes.presentation.deciding import deciders, nearness
from resumes.presentation.page import page
from resumes.presentation.remarks import remarks
from resumes.presentation.ribbon import ribbon, scale_of, stretches, ticks
from resumes.presentation.skills import scores, skill_groups
from resumes.presentation.timeline import timeline
from resumes.presentation.words import load
from resumes.presentation.yours import yours
from resumes.said import Corrections, RoleCorrection
from salaries.contents.files import GUIDES, read
from salaries.contents.freezing import guide_of
from tests.resumes.written import AS_OF, FACTS, ML, SOFTWARE, document, role

GUIDE = guide_of(read(GUIDES / "2026.yaml"))
ML_KEY, SOFTWARE_KEY = str(ML.evidence[0].start), str(SOFTWARE.evidence[0].start)


def basis(facts: Facts = FACTS, corrections: Corrections = Corrections()) -> Basis:  # noqa: B008
    return basis_of(document(), facts, corrections, GUIDE, AS_OF)


def saying(key: str, **fields: object) -> Corrections:
    return Corrections(roles=(RoleCorrection(key, **fields),))  # type: ignore[arg-type]


def with_roles(*roles: Role) -> Basis:
    return basis(replace(FACTS, roles=roles))


class TestRows:
    """What the visitor changed is told beside what was read."""

    def test_a_corrected_role_is_the_visitors_and_says_what_was_read(self) -> None:
        row = timeline(basis(corrections=saying(SOFTWARE_KEY, kind="ml", start="2017"))).rows[1]
        assert (row.yours, row.kind, row.was) == (True, "ml", "Jan 2018 to Dec 2020, software or data")

    def test_a_role_as_it_was_read_is_not(self) -> None:
        row = timeline(basis(corrections=saying(ML_KEY, kind="other"))).rows[1]
        assert (row.yours, row.was) == (False, "")

    def test_a_removed_role_stays_in_its_place_and_counts_nothing(self) -> None:
        row = timeline(basis(corrections=saying(SOFTWARE_KEY, removed=True))).rows[1]
        assert (row.title, row.removed, row.counted, row.why) == (
            "Software Engineer",
            True,
            False,
            "Removed by you, so not counted",
        )

    def test_an_added_role_stands_by_its_dates(self) -> None:
        line = timeline(basis(corrections=saying("new-1", kind="ml", start="2015", end="2016", title="Researcher")))
        assert [row.title for row in line.rows][-1] == "Researcher"
        assert (line.rows[-1].yours, line.rows[-1].counted) == (True, True)


class TestRibbon:
    """Each month once."""

    COUNTED = (((10, 30), "adjacent"), ((20, 40), "ml"), ((45, 50), "ml"))

    def test_ml_goes_before_adjacent_and_gaps_are_kept(self) -> None:
        found = [(one.first, one.last, one.kind) for one in stretches(self.COUNTED, lambda one: one.kind)]
        assert found == [(10, 20, "adjacent"), (20, 40, "ml"), (40, 45, "gap"), (45, 50, "ml")]

    def test_months_of_two_roles_are_told_once(self) -> None:
        scale = scale_of([span for span, _ in self.COUNTED])
        assert scale is not None
        line = ribbon(self.COUNTED, scale)
        assert [(one.first, one.last, one.roles) for one in line.overlaps] == [(20, 30, 2)]
        assert [(one.dates, one.months) for one in line.gaps] == [("May 3 to Sep 3", 5)]

    def test_the_blocks_hold_exactly_the_counted_months(self) -> None:
        line = timeline(basis()).ribbon
        assert line is not None
        assert sum(one.months for one in line.blocks if one.kind == "ml") == 70
        assert sum(one.months for one in line.blocks if one.kind == "adjacent") == 36

    def test_only_the_longest_gaps_are_told(self) -> None:
        spans = [((at, at + 1), "ml") for at in (0, 3, 8, 15, 30)]
        scale = scale_of([span for span, _ in spans])
        assert scale is not None
        line = ribbon(spans, scale)
        assert ([one.months for one in line.gaps], line.more_gaps) == ([4, 6, 14], 1)

    @pytest.mark.parametrize(("years", "most"), [(1, 2), (7, 8), (30, 7), (60, 8)])
    def test_labels_of_years_have_room(self, years: int, most: int) -> None:
        scale = scale_of([(24000, 24000 + 12 * years)])
        assert scale is not None
        assert 2 <= len(ticks(scale)) <= most


class TestDeciding:
    """Near a floor, a month that was taken for granted."""

    def test_a_bare_year_decides_from_the_nearest_month_on(self) -> None:
        near = with_roles(role("Machine Learning Engineer", "2021", "present"), replace(SOFTWARE, end="2019-12"))
        (one,) = deciders(near)
        assert one.words.endswith("If it began in December 2021 or later")
        assert one.gives == "that makes 5.92 years: mid"
        assert nearness(near) == "0.33 years fewer would make it mid"

    def test_upwards_it_is_the_month_or_one_before(self) -> None:
        near = with_roles(replace(SOFTWARE, kind="ml", start="2019", end="2022-06"), replace(ML, start="2024-03"))
        (one,) = deciders(near)
        assert (near.estimate.tier, one.tier) == ("mid", "senior")
        assert "If it began in" in one.words
        assert one.words.endswith("or before")

    def test_a_role_without_dates_may_be_enough(self) -> None:
        near = with_roles(ML, role("Software Engineer", None, None, "adjacent"))
        (one,) = deciders(near)
        assert one.words.endswith("If it lasted 5 months")
        assert one.gives == "that is enough for senior"

    def test_a_doubtful_kind_may_decide(self) -> None:
        near = with_roles(
            replace(ML, start="2023-01"), replace(SOFTWARE, start="2017-01", end="2020-12", confidence="low")
        )
        assert [one.words for one in deciders(near)] == ["We are not certain what work this was. If it was ML work"]

    def test_printed_months_decide_nothing(self) -> None:
        assert deciders(with_roles(ML)) == ()
        assert nearness(with_roles(ML)) == "0.17 years more would make it senior"

    def test_away_from_floors_there_is_nothing_to_decide(self) -> None:
        assert nearness(basis()) == ""
        assert deciders(with_roles(role("Machine Learning Engineer", "2017", "present"))) == ()

    def test_nothing_decides_where_the_visitor_gave_the_years(self) -> None:
        facts = replace(FACTS, roles=(role("Machine Learning Engineer", "2021", "present"),))
        assert deciders(basis(facts, Corrections(years=Decimal("5.9")))) == ()


class TestSum:
    """The years as arithmetic."""

    def test_the_sum_has_its_unit(self) -> None:
        assert page(basis()).counted.in_words == "5.83 years ML + half of 3.00 adjacent = 7.33 years"

    def test_a_binding_allowance_is_told(self) -> None:
        told = page(with_roles(replace(ML, start="2025-11"), replace(SOFTWARE, start="2000-01"))).counted.in_words
        assert "never more than the ML years plus 3" in told


class TestRemarks:
    """What was seen, what we did, what to do."""

    def test_every_remark_has_a_next_step(self) -> None:
        assert set(load()["remarks"]) == set(load()["next_steps"])

    def test_a_remark_about_a_role_leads_to_it(self) -> None:
        facts = replace(FACTS, remarks=(Remark("undated_role", ML.evidence[0]),))
        assert [one.role for one in remarks(basis(facts))] == [ML_KEY]

    def test_only_invisible_text_is_told_on_the_first_screen(self) -> None:
        noticed = replace(document(), remarks=("invisible_text", "ocr"))
        assert [bool(one.short) for one in remarks(replace(basis(), document=noticed))] == [True, False]

    def test_roles_that_bear_a_claim_out_settle_it(self) -> None:
        claim = Evidence(0, 3)
        facts = replace(
            FACTS, stated_years=StatedYears(Decimal(10), "total", claim), remarks=(Remark("claim_above_roles", claim),)
        )
        assert len(remarks(basis(facts))) == 1
        assert remarks(basis(facts, saying("new-1", kind="other", start="2010", end="2016"))) == ()


class TestSkills:
    """Skills by category, and what they speak for."""

    FACTS = replace(
        FACTS,
        skills=(Skill("OpenCV", "library", ()), Skill("RAG", "method", ())),
        specialization=SpecializationGuess(
            "computer-vision", {"computer-vision": 0.7, "nlp": 0.3, "mlops": 0.0}, "high"
        ),
    )

    def test_scores_stand_with_the_skills_that_speak_for_them(self) -> None:
        first, second = scores(basis(self.FACTS))
        assert (first.slug, first.percent, first.width, first.chosen) == ("computer-vision", 70, Decimal(100), True)
        assert "OpenCV" in first.skills
        assert (second.slug, second.chosen) == ("nlp", False)

    def test_what_the_visitor_chose_is_the_chosen_one(self) -> None:
        assert [one.slug for one in scores(basis(self.FACTS, Corrections(specialization="mlops"))) if one.chosen] == [
            "mlops"
        ]

    def test_added_skills_do_not_bear_on_the_scores(self) -> None:
        added = basis(self.FACTS, Corrections(skills_added=("YOLO", "Basket weaving")))
        assert "YOLO" not in scores(added)[0].skills
        assert skill_groups(added)[-1].unlisted
        assert [skill.yours for skill in skill_groups(added)[-1].skills] == [True]


def test_every_change_can_be_named() -> None:
    said = Corrections(
        tier="staff",
        roles=(RoleCorrection(ML_KEY, removed=True), RoleCorrection("new-1", kind="ml")),
        skills_added=("JAX",),
    )
    assert [(one.field, one.words) for one in yours(basis(corrections=said))] == [
        ("tier", "tier"),
        (f"role:{ML_KEY}", "role removed: Machine Learning Engineer"),
        ("role:new-1", "role added: A role without a title"),
        ("skill:JAX", "added skill: JAX"),
    ]
