"""The picture that goes with links: of the right size, and with the figures of its edition."""

from io import BytesIO

from PIL import Image, ImageColor

from salaries.contents.kept import Kept
from salaries.contents.prose import money
from salaries.contents.tables import Contents
from salaries.picture import PAPER, png, words_of
from salaries.presentation import GuidePage
from tests.salaries.contents.changed import with_row


def picture(contents: Contents) -> Image.Image:
    return Image.open(BytesIO(png(GuidePage(Kept(contents)))))


def test_the_picture_has_the_size_that_sites_ask_for(contents: Contents) -> None:
    drawn = picture(contents)
    assert (drawn.format, drawn.size) == ("PNG", (1200, 630))


def test_its_words_hold_every_tiers_range_and_both_medians(contents: Contents) -> None:
    words = str(words_of(GuidePage(Kept(contents))))
    amounts = [amount for tier in contents.tiers for amount in (tier.low, tier.high)]
    for amount in [*amounts, *(row.annual_p50 for row in contents.occupations)]:
        assert money(amount) in words


def test_the_file_says_what_is_drawn(contents: Contents) -> None:
    assert picture(contents).info["Description"] == str(words_of(GuidePage(Kept(contents))))


def test_another_figure_draws_another_picture(contents: Contents) -> None:
    changed = with_row(contents, "tiers", "entry", low=90_000)
    assert picture(changed).tobytes() != picture(contents).tobytes()
    assert "$90,000" in picture(changed).info["Description"]


def test_a_long_name_stays_within_the_picture(contents: Contents) -> None:
    long = with_row(
        contents, "tiers", contents.tiers[-1].slug, name="The end of the career, more or less, as people say"
    )
    margin = picture(long).crop((1132, 0, 1200, 630))
    assert margin.getcolors() == [(68 * 630, ImageColor.getrgb(PAPER))]
