"""What a page holds and nobody sees, in the many ways in which a PDF can hide it; and what only looks hidden."""

import pytest

from resumes.reading.reader import read
from tests.resumes.reading.pages import Sheet, prose, written

SECRET = "Chief gardener of every garden on the moon"
PROSE = "\n".join(
    f"BT /F1 9 Tf 50 {700 - 13 * place} Td ({line}) Tj ET" for place, line in enumerate(prose("garden", 12))
)
SHOWN = f"BT /F1 10 Tf 50 400 Td ({SECRET}) Tj ET"
COVER = "0.2 0.3 0.4 rg 40 390 540 30 re f"
LAYER = "<</Type /OCG /Name (layer)>>"
OFF = "/OCProperties <</OCGs [5 0 R] /D <</OFF [5 0 R]>>>>"
ON = "/OCProperties <</OCGs [5 0 R] /D <</ON [5 0 R]>>>>"


def form(content: str, box: str = "0 0 612 792") -> str:
    head = f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources <</Font <</F1 3 0 R>>>> /Group <</S /Transparency>>"
    return f"<<{head} /Length {len(content)}>> stream\n{content}\nendstream"


HIDDEN = {
    "in the color of its ground": written(f"{PROSE} {COVER} {SHOWN}"),
    "in pale yellow": written(f"{PROSE} 1 1 0.9 rg {SHOWN}"),
    "clear": written(f"{PROSE} /G gs {SHOWN}", "<</ca 0.01>>", resources="/ExtGState <</G 5 0 R>>"),
    "squeezed": written(PROSE + SHOWN.replace("Tf", "Tf 0.5 Tz")),
    "in no paint": written(PROSE + SHOWN.replace("Tf", "Tf 3 Tr")),
    "as a clip": written(f"{PROSE} q {SHOWN.replace('Tf', 'Tf 7 Tr')} Q"),
    "in a layer that is off": written(
        f"{PROSE} /OC /L BDC {SHOWN} EMC", LAYER, resources="/Properties <</L 5 0 R>>", catalog=OFF
    ),
    "covered inside a form": written(f"{PROSE} /X Do", form(SHOWN + COVER), resources="/XObject <</X 5 0 R>>"),
    "covered by a form": written(f"{PROSE} {SHOWN} /X Do", form(COVER), resources="/XObject <</X 5 0 R>>"),
    "in a form too small for it": written(f"{PROSE} /X Do", form(SHOWN, "0 0 9 9"), resources="/XObject <</X 5 0 R>>"),
}
VISIBLE = {
    "on a ground of another color": written(f"{PROSE} {COVER} 1 g {SHOWN}"),
    "in gray": written(f"{PROSE} 0.6 g {SHOWN}"),
    "in a layer that is on": written(
        f"{PROSE} /OC /L BDC {SHOWN} EMC", LAYER, resources="/Properties <</L 5 0 R>>", catalog=ON
    ),
    "in a form": written(f"{PROSE} /X Do", form(SHOWN), resources="/XObject <</X 5 0 R>>"),
}


@pytest.mark.parametrize("data", HIDDEN.values(), ids=HIDDEN)
def test_hidden_text_is_left_out_and_said(data: bytes) -> None:
    document = read(data)
    assert SECRET not in document.text
    assert document.remarks == ("invisible_text",)


@pytest.mark.parametrize("data", VISIBLE.values(), ids=VISIBLE)
def test_text_that_a_person_sees_is_read(data: bytes) -> None:
    document = read(data)
    assert SECRET in document.text
    assert document.remarks == ()


@pytest.mark.parametrize("shift", [0, 0.4])
def test_words_painted_twice_for_weight_or_shadow_are_read_once(shift: float) -> None:
    sheet = Sheet()
    for offset in (0, shift):
        sheet.lines(50 + offset, 60 + offset, ["Ana Example", *prose("garden", 4)])
    assert read(sheet.data()).text.split("\n") == ["Ana Example", *prose("garden", 4)]


def test_a_word_that_comes_twice_in_a_line_is_read_twice() -> None:
    sheet = Sheet()
    sheet.lines(50, 60, ["had had I I", *prose("garden", 4)])
    assert read(sheet.data()).text.startswith("had had I I\n")
