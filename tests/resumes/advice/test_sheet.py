from decimal import Decimal
from typing import Any

import msgspec
import pytest

from resumes.advice.asks import Offer
from resumes.advice.points import OWN
from resumes.advice.sheet import Point, Sheet, sheet
from resumes.extraction.facts import Facts, Skill
from resumes.reading.document import Document
from tests.resumes.advice.person import CONTENTS, GUIDE, at, document, estimated, facts, plain


def made(found: Facts | None = None, of: Document | None = None, *offers: Offer, **corrections: Any) -> Sheet:
    said = facts() if found is None else found
    return sheet(of or document(), said, estimated(said, **corrections), GUIDE, CONTENTS, offers)


def point(of: Sheet, slug: str) -> Point:
    return next(point for point in of.points if point.slug == slug)


def words(of: Sheet, slug: str) -> str:
    return "\n".join(f"{said.words} {said.quote}" for said in point(of, slug).own)


def test_every_point_of_the_guide_is_made_ones_own() -> None:
    assert set(OWN) == {row.slug for row in CONTENTS.negotiation}


def test_points_keep_the_guides_order_and_its_citations() -> None:
    found = made()
    assert [one.slug for one in found.points] == [row.slug for row in CONTENTS.negotiation if row.slug != "llm-premium"]
    assert all(one.source.origin == "guide" for one in found.points)


def test_both_occupations_are_cited_with_the_position() -> None:
    said = point(made(), "both-classifications").own
    assert "Data Scientists: $" in said[0].words
    assert "Software Developers: $" in said[1].words
    assert "percentile" in said[0].words
    assert said[0].source == GUIDE.occupations[0].source


def test_impact_is_quoted_word_for_word() -> None:
    said = point(made(), "impact").own[0]
    assert said.evidence is not None
    assert said.quote == said.evidence.quote(document().text).removeprefix("• ")


def test_no_proven_result_is_said_to_be_missing() -> None:
    of, found = plain("Attended planning meetings of the team")
    assert not point(made(found, of), "impact").own[0].known


def test_the_llm_premium_is_left_out_where_it_is_not_theirs() -> None:
    left_out = made().left_out
    assert [one.slug for one in left_out] == ["llm-premium"]
    assert "No paid role" in left_out[0].why


def test_the_llm_premium_stands_where_the_range_holds_it() -> None:
    theirs = facts(llm_production=(at("scoring service"),))
    found = made(theirs, specialization="llm-genai")
    assert "25 to 40 percent" in words(found, "llm-premium")
    assert "Deployed the scoring service" in words(found, "llm-premium")
    assert found.left_out == ()


def test_llm_work_in_another_field_says_why_there_is_no_premium() -> None:
    theirs = facts(llm_production=(at("scoring service"),))
    assert "computer vision" in made(theirs, specialization="computer-vision").left_out[0].why


def test_a_known_kind_of_employer_gets_its_own_questions_only() -> None:
    said = point(made(employer="public-tech"), "equity").own
    assert {one.about for one in said} == {"A publicly traded technology company"}
    assert "30 to 80 percent" in said[0].words


def test_an_unknown_kind_of_employer_gets_all_questions() -> None:
    assert len({said.about for said in point(made(), "equity").own}) == 3


def test_equity_without_figures_is_said_to_be_unknown() -> None:
    assert not point(made(employer="other"), "equity").own[0].known


def test_research_and_production_are_quoted() -> None:
    said = words(made(), "end-to-end")
    assert "Trained segmentation models" in said
    assert "Deployed the scoring service" in said


def test_a_missing_side_is_said_to_be_missing() -> None:
    of, found = plain("Cut the cost of the billing run by 20%")
    assert [said.known for said in point(made(found, of), "end-to-end").own] == [False, False]


@pytest.mark.parametrize(("base", "where"), [(90000, "below"), (210000, "within"), (900000, "above")])
def test_offers_stand_beside_the_range(base: int, where: str) -> None:
    found = made(None, None, Offer("Example AI", Decimal(base)))
    assert f"Example AI: ${base:,} a year in base, {where} your range." in words(found, "competing-offers")


def test_no_offer_is_no_invented_offer() -> None:
    assert not point(made(), "competing-offers").own[0].known


def test_compute_is_asked_for_with_both_of_the_guides_amounts() -> None:
    said = words(made(), "compute-and-publication")
    assert "$10,000 to $100,000 and up a year" in said
    assert "$5,000 to $50,000 a year" in said
    assert "the guide gives no figure" in said


def test_what_was_published_is_quoted() -> None:
    of, found = plain("Grasping without labels, presented at ICRA 2022")
    assert "ICRA 2022" in words(made(found, of), "compute-and-publication")
    assert "Research of yours" not in words(made(), "compute-and-publication")


def test_a_point_that_an_editor_adds_keeps_the_guides_words() -> None:
    added = msgspec.structs.replace(CONTENTS.negotiation[0], slug="listen", title="Listen")
    contents = msgspec.structs.replace(CONTENTS, negotiation=(*CONTENTS.negotiation, added))
    found = sheet(document(), facts(), estimated(facts()), GUIDE, contents)
    assert point(found, "listen").own == ()


def test_a_leader_gets_no_sum_with_equity() -> None:
    assert "of base" not in words(made(rung="director", employer="public-tech"), "equity")


def test_a_resume_without_skills_or_lines_still_has_a_sheet() -> None:
    bare = Facts(skills=(Skill("PyTorch", "framework", ()),))
    assert len(made(bare, years=Decimal(4)).points) == 6
