import pytest

from resumes.extraction.facts import Location
from tests.resumes.extraction.typed import found

ROLE = """
Experience
Data Scientist, Brightloom, Denver, CO\tJan 2021 - Present
• Trained models that cut returns by a tenth
Education
University of Arizona, Tucson, AZ
B.S. Statistics, 2018
"""


def located(text: str) -> Location | None:
    return found(text).location


def test_the_contact_block_comes_first():
    place = located(f"Ana Example\nSeattle, WA | ana@mail.example\n{ROLE}")
    assert place is not None
    assert (place.city, place.region, place.metro, place.confidence) == ("Seattle", "WA", "seattle", "high")


def test_the_evidence_is_the_printed_place():
    findings = found(f"Ana Example\nSeattle, WA | ana@mail.example\n{ROLE}")
    assert findings.location is not None
    assert [e.quote(findings.document.text) for e in findings.location.evidence] == ["Seattle, WA"]


def test_without_one_the_running_role_tells():
    place = located(f"Ana Example\nana@mail.example\n{ROLE}")
    assert place is not None
    assert (place.city, place.region, place.metro) == ("Denver", "CO", "denver")


def test_a_place_above_the_title_belongs_to_the_role():
    place = located(
        "Ana Example\nana@mail.example\nExperience\nBrightloom\tPittsburgh, PA\n"
        "Machine Learning Engineer\tJan 2021 - Present\n• Trained models\n"
    )
    assert place is not None
    assert place.metro == "pittsburgh"


def test_without_roles_and_contact_place_there_is_none():
    text = "Ana Example\nana@mail.example\nEducation\nUniversity of Arizona, Tucson, AZ\nB.S. Statistics, 2018\n"
    assert located(text) is None


def test_an_ended_role_gives_way_to_the_running_one():
    place = located(
        "Ana Example\nana@mail.example\nExperience\n"
        "Data Scientist, Brightloom, Denver, CO\tJan 2021 - Present\n• Trained models\n"
        "Data Analyst, Norvane, Miami, FL\tJan 2018 - Dec 2020\n• Wrote reports\n"
    )
    assert place is not None
    assert place.region == "CO"


@pytest.mark.parametrize("name", ["Austin Paris", "Jordan Georgia", "Chad London", "Florence Madison", "Paris"])
def test_a_first_name_is_no_place(name):
    assert located(f"{name}\nana@mail.example\nSkills\nPython, SQL\n") is None


@pytest.mark.parametrize(
    "line",
    ["Nationality: Japan", "Willing to relocate to: Delhi, India", "Place of birth: Lagos, Nigeria", "Remote"],
)
def test_where_a_person_comes_from_or_would_go_is_not_where_they_are(line):
    assert located(f"Ana Example\n{line}\nana@mail.example\nSkills\nPython\n") is None


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("Location: Lisbon", "Lisbon"),
        ("Address: 4 Elm Road, Leeds, UK", "Leeds"),
        ("Based in Toronto, Canada", "Toronto"),
    ],
)
def test_a_labelled_place_is_the_persons(line, city):
    place = located(f"Ana Example\n{line}\nana@mail.example\nSkills\nPython\n")
    assert place is not None
    assert place.city == city


def test_a_contact_section_at_the_side_is_read():
    text = "Ana Example\nSummary\nEngineer who likes data\nSkills\nPython\nContact\nana@mail.example\nOslo, Norway\n"
    place = located(text)
    assert place is not None
    assert (place.city, place.country) == ("Oslo", "NO")


@pytest.mark.parametrize(("phone", "country"), [("+44 20 7946 0000", "GB"), ("+1 617 555 0100", "US")])
def test_the_telephone_code_tells_which_cambridge(phone, country):
    place = located(f"Ana Example\nCambridge | {phone} | ana@mail.example\nSkills\nPython\n")
    assert place is not None
    assert place.country == country


def test_a_telephone_code_alone_is_no_place():
    assert located("Ana Example\n+91 98765 43210 | ana@mail.example\nSkills\nPython\n") is None


def test_a_university_tells_its_place_where_the_role_does_not():
    place = located(
        "Ana Example\nana@mail.example\nExperience\n"
        "University of Toronto\nResearch Scientist\tJan 2022 - Present\n• Wrote\n"
    )
    assert place is not None
    assert (place.city, place.confidence) == ("Toronto", "low")


def test_a_place_outside_the_ten_metros_has_a_cbsa_and_no_slug():
    place = located("Ana Example\nAtlanta, GA | ana@mail.example\nSkills\nPython\n")
    assert place is not None
    assert (place.cbsa, place.metro) == ("12060", None)


@pytest.mark.parametrize(
    "line",
    [
        "Austin, TX (open to relocation)",
        "Austin, TX | US Citizen",
        "Austin, TX | Authorized to work in the US",
        "Austin, TX; willing to relocate to Boston, MA",
        "Austin, TX, previously Boston, MA",
        "Nationality: Indian | Austin, TX",
    ],
)
def test_a_remark_about_elsewhere_leaves_the_place_beside_it(line: str) -> None:
    place = located(f"Ana Example\nana@mail.example | {line}\n{ROLE}")
    assert place is not None
    assert (place.city, place.metro) == ("Austin", "austin")


@pytest.mark.parametrize(
    "line",
    ["Relocating to Seattle, WA", "Open to opportunities in Seattle, WA", "Seattle native", "US work authorization"],
)
def test_where_a_person_may_go_or_work_is_not_where_they_are(line: str) -> None:
    place = located(f"Ana Example\nana@mail.example | {line}\n{ROLE}")
    assert place is not None
    assert place.city == "Denver"


@pytest.mark.parametrize(
    ("printed", "city", "region"),
    [
        ("Washington D.C.-Baltimore Area", "Washington", "DC"),
        ("Raleigh-Durham-Chapel Hill Area", "Raleigh", "NC"),
        ("Washington State", None, "WA"),
        ("Boston metro", "Boston", "MA"),
    ],
)
def test_an_area_is_known_by_its_usual_names(printed: str, city: str | None, region: str) -> None:
    place = located(f"Ana Example\nana@mail.example | {printed}\n{ROLE}")
    assert place is not None
    assert (place.city, place.region) == (city, region)
