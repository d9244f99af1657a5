"""Text boxes that stand on the page and not beside their paragraph."""

from tests.resumes.reading.word import W, with_xml

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def box(
    text: str, top: int, left: int, width: int = 150, *, height: int = 100, on: str = "page", more: str = ""
) -> str:
    """Return a paragraph that holds a text box so many points from the page's top and left, and more of its own."""
    size = f'<a:ext xmlns:a="{A}" cx="{width * 12700}" cy="{height * 12700}"/>'
    return f"""<w:p {W}><w:r><w:drawing><wp:anchor xmlns:wp="{WP}">
      <wp:positionH relativeFrom="{on}"><wp:posOffset>{left * 12700}</wp:posOffset></wp:positionH>
      <wp:positionV relativeFrom="{on}"><wp:posOffset>{top * 12700}</wp:posOffset></wp:positionV>
      <wps:wsp xmlns:wps="{WPS}"><wps:spPr><a:xfrm xmlns:a="{A}"><a:off x="0" y="0"/>{size}</a:xfrm></wps:spPr>
      <w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:wsp>
      </wp:anchor></w:drawing></w:r>{more}</w:p>"""


def text_of(*boxes: str) -> list[str]:
    return with_xml(*reversed(boxes)).text.split("\n")


def test_boxes_of_several_paragraphs_are_read_from_the_top_of_the_page() -> None:
    assert text_of(box("Skills", 500, 40), box("Work", 200, 40), box("Ana Example", 20, 40)) == [
        "Ana Example",
        "Work",
        "Skills",
    ]


def test_boxes_in_two_columns_are_read_column_by_column_below_what_spans_both() -> None:
    boxes = [box("Second job", 330, 220, 300), box("Skills", 280, 40), box("First job", 160, 220, 300)]
    boxes += [box("Ana Example", 20, 40, 480), box("Contact", 150, 40)]
    assert text_of(*boxes) == ["Ana Example", "Contact", "Skills", "First job", "Second job"]


def test_boxes_side_by_side_are_rows() -> None:
    boxes = [
        box("Gardener", 20, 220, 300),
        box("2019 - 2021", 21, 40),
        box("Digger", 150, 220, 300),
        box("2017", 149, 40),
    ]
    assert text_of(*boxes) == ["2019 - 2021", "Gardener", "2017", "Digger"]


def test_boxes_that_stand_by_their_paragraphs_keep_the_paragraphs_order() -> None:
    assert text_of(box("Work", 200, 40, on="column"), box("Skills", 20, 40, on="column")) == ["Work", "Skills"]


def test_boxes_of_two_pages_keep_apart() -> None:
    page = f'<w:p {W}><w:r><w:br w:type="page"/></w:r></w:p>'
    assert text_of(box("Work", 200, 40), page, box("Skills", 20, 40)) == ["Work", "Skills"]


def test_text_between_boxes_stays_between_them() -> None:
    between = f"<w:p {W}><w:r><w:t>Ana Example</w:t></w:r></w:p>"
    assert text_of(box("Work", 200, 40), between, box("Skills", 20, 40)) == ["Work", "Ana Example", "Skills"]
