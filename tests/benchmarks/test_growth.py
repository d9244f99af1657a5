"""Growth: exponents of known curves, invented resumes of the size that was asked for, plans that scan."""

from collections.abc import Callable, Iterable
from itertools import islice

import pypdfium2 as pdfium
import pytest
from django.test import Client

from resumes.extraction.skill_lexicon import amended, forms, squeeze
from resumes.models import Reading, Resume, State
from tests.benchmarks import growth_resumes
from tests.benchmarks.growth_database import grow
from tests.benchmarks.growth_documents import enlarged, invented
from tests.benchmarks.growth_fit import Growth, Point, exponent, ratio, tables
from tests.benchmarks.growth_plans import Plan
from tests.resumes.written import read_resume

SIZES = (1, 2, 4, 8, 16, 32)


def curve(seconds: Callable[[float], float], sizes: Iterable[float] = SIZES) -> tuple[Point, ...]:
    return tuple((size, seconds(size)) for size in sizes)


@pytest.mark.parametrize("constant", [0, 10, 1000])
def test_a_straight_line_has_the_exponent_1_whatever_its_constant_part(constant: float) -> None:
    assert exponent(curve(lambda size: constant + 100 * size)) == pytest.approx(1)


def test_a_square_is_told_from_a_line() -> None:
    assert exponent(curve(lambda size: 5 + size**2)) > 1.8


def test_a_root_grows_less_than_a_line() -> None:
    assert exponent(curve(lambda size: 5 + 9 * size**0.5)) < 0.8


def test_noise_is_no_growth() -> None:
    noise = {1: 1.0, 2: 1.04, 4: 0.98, 8: 1.09}
    assert exponent(tuple(noise.items())) == 0


def test_less_than_three_sizes_tell_no_exponent() -> None:
    with pytest.raises(ValueError, match="three sizes"):
        exponent(((1, 1), (2, 2)))


def test_what_may_not_grow_is_held_to_its_ends_from_where_its_page_is_full() -> None:
    grown = Growth("list", "stored resumes", ((10, 1.0), (100, 4.0), (1000, 4.4)), steady_from=100)
    assert grown.target().measured == pytest.approx(1.1)
    assert ratio(grown.points) == pytest.approx(4.4)


def test_where_no_size_fills_the_page_the_last_two_are_held_against_each_other() -> None:
    grown = Growth("list", "stored resumes", ((10, 1.0), (100, 2.0)), steady_from=10_000)
    assert grown.target().measured == pytest.approx(2)


def test_curves_over_the_same_sizes_share_a_table() -> None:
    pages = [Growth(what, "pages", curve(float)) for what in ("reading", "analysis")]
    words = Growth("analysis", "words", curve(float))
    assert [len(one.rows) for one in tables([*pages, words])] == [2, 1]


@pytest.mark.parametrize("roles", [1, 8, 64])
def test_a_resume_has_as_many_jobs_as_asked_for(roles: int) -> None:
    dates = [line for line in growth_resumes.of_roles(roles).splitlines() if " | " in line and " - " in line]
    assert len(set(dates)) == roles


def test_a_resume_has_about_as_many_words_as_asked_for() -> None:
    words = [word for word in growth_resumes.of_words(2000).split() if word != "-"]
    assert len(words) == pytest.approx(2000, rel=0.05)


def test_no_sentence_comes_twice() -> None:
    some = list(islice(growth_resumes.sentences(), 1500))
    assert len(set(some)) > 0.99 * len(some)


def test_a_pdf_has_as_many_pages_as_asked_for() -> None:
    assert len(pdfium.PdfDocument(growth_resumes.of_pages(3))) == 3


def test_invented_skills_are_none_of_the_files() -> None:
    keys = [squeeze(row.name) for row in islice(invented(seed=1), 200)]
    assert not set(keys) & set(forms())
    assert len(set(keys)) == 200


def test_a_larger_lexicon_has_as_many_times_the_forms() -> None:
    assert len(enlarged(2).forms) == 2 * len(forms())
    assert enlarged(1) is amended(())


def plan(sql: str, *steps: str) -> Plan:
    return Plan("page", sql, steps)


@pytest.mark.parametrize(
    ("sql", "step"),
    [
        ('SELECT * FROM "resumes_resume" WHERE "size" > 1', "SCAN resumes_resume"),
        ('SELECT * FROM "resumes_resume" WHERE "size" > 1 LIMIT 9', "SCAN resumes_resume USING INDEX resume_came"),
        ('SELECT COUNT(*) FROM "resumes_reading"', "SCAN resumes_reading USING COVERING INDEX reading_version"),
        ('SELECT * FROM "resumes_resume" WHERE "id" IN (SELECT)', "SCAN U0"),
    ],
)
def test_a_look_at_all_rows_is_a_scan(sql: str, step: str) -> None:
    assert plan(sql, "SEARCH other USING INDEX i (a=?)", step).scans


@pytest.mark.parametrize(
    ("sql", "step"),
    [
        ('SELECT * FROM "resumes_resume" WHERE "id" = 1', "SEARCH resumes_resume USING INDEX i (id=?)"),
        ('SELECT * FROM "resumes_resume" ORDER BY 1 LIMIT 9', "SCAN resumes_resume USING INDEX resume_came"),
        ('SELECT * FROM "resumes_resume" WHERE "is_sample"', "SCAN resumes_resume USING INDEX resume_sample_came"),
        ("SELECT COUNT(*) FROM (SELECT)", "SCAN subquery"),
    ],
)
def test_the_first_rows_of_an_index_are_no_scan(sql: str, step: str) -> None:
    assert not plan(sql, step).scans


@pytest.mark.django_db(transaction=True)
def test_rows_are_what_a_day_leaves_behind() -> None:
    client = Client()
    session = client.session
    session["owner"] = "visitor"
    session.save()
    client.cookies["sessionid"] = str(session.session_key)
    first = read_resume(client)
    grow(1, 64)
    rows = Resume.objects.exclude(pk=first.pk)
    assert rows.filter(state=State.DONE).count() == Reading.objects.exclude(resume=first).count() == 62
    assert len(set(rows.values_list("owner", flat=True))) == 64
    assert rows.filter(expires_at__lte=first.expires_at).count() == 64
    assert rows.order_by("created_at").last().facts() == first.facts()  # type: ignore[union-attr]
