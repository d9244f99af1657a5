"""Entries over the posts that fill them."""

from tests.resumes.extraction.histories import listed

POSTS = "Troop Commander, Ripon\t2012 - 2016\nSignal Officer, Colchester\t2008 - 2012\n• Kept radios alive"


def test_a_service_over_its_posts_is_no_role_of_its_own() -> None:
    text = f"EXPERIENCE\nROYAL SIGNALS, Officer, various posts\t2008 - 2016\n{POSTS}"
    assert [role[2:] for role in listed(text)] == [("2012", "2016"), ("2008", "2012")]


def test_a_job_with_text_of_its_own_stays_a_role() -> None:
    text = f"EXPERIENCE\nFreelance Translator, Leeds\t2008 - 2016\n• Translated manuals\n{POSTS}"
    assert len(listed(text)) == 3


def test_a_job_whose_years_the_posts_below_do_not_fill_stays_a_role() -> None:
    text = f"EXPERIENCE\nFreelance Translator, Leeds\t2008 - 2018\n{POSTS}"
    assert len(listed(text)) == 3


def test_posts_that_run_at_the_same_time_may_fill_the_years() -> None:
    posts = "Night Nurse, Ripon\t2012 - present\nWard Sister, Ripon\t2008 - present"
    assert len(listed(f"EXPERIENCE\nRIPON HOSPITAL TRUST, Nurse, various posts\t2008 - 2020\n{posts}")) == 3


def test_an_agency_without_a_title_may_say_that_it_places_people() -> None:
    text = f"EXPERIENCE\nHalvorsen Consulting Group\t2008 - 2016\nplaced at these clients:\n{POSTS}"
    assert [role[2:] for role in listed(text)] == [("2012", "2016"), ("2008", "2012")]
