"""Makes the sample resume, an invented person's: `python tests/resumes/sample_resume.py`."""

from pathlib import Path

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, Paragraph, SimpleDocTemplate, Spacer, Table

SAMPLE = Path(__file__).resolve().parents[2] / "resumes" / "samples" / "sample-resume.pdf"

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13.5)
RIGHT = ParagraphStyle("right", parent=BODY, alignment=TA_RIGHT)
BULLET = ParagraphStyle("bullet", parent=BODY, leftIndent=12, bulletIndent=2)
HEADING = ParagraphStyle("heading", fontName="Helvetica-Bold", fontSize=11.5, leading=15, spaceBefore=9)
NAME = ParagraphStyle("name", fontName="Helvetica-Bold", fontSize=20, leading=25)

SUMMARY = (
    "Machine learning engineer working on computer vision for robots that share the pavement with people: detection, "
    "tracking and the path from a labeled frame to a model that holds its latency on the vehicle."
)

JOBS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "Senior Machine Learning Engineer",
        "Harborline Robotics, Seattle, WA",
        "Mar 2023 - Present",
        (
            "Own the perception stack for delivery robots: object detection, tracking and free-space segmentation.",
            "Trained a multi-camera detector in PyTorch that cut missed pedestrians by 38% on the night set.",
            "Brought inference from 71 ms to 24 ms on the vehicle with TensorRT and quantization-aware training.",
            "Lead four engineers; run the review of every model that goes to the fleet of 600 robots.",
        ),
    ),
    (
        "Machine Learning Engineer",
        "Northfield Imaging, Portland, OR",
        "Jun 2020 - Feb 2023",
        (
            "Built 3D segmentation models for CT scans in PyTorch and MONAI, used by 40 clinics.",
            "Set up training on Kubernetes with MLflow; a retraining went from three days to nine hours.",
            "Took two models through clinical validation with a sensitivity of 0.94 on held-out sites.",
        ),
    ),
    (
        "Software Engineer",
        "Tessera Maps, Portland, OR",
        "Jul 2017 - May 2020",
        (
            "Wrote the tile server in Go and PostgreSQL that answers 9,000 requests a second.",
            "Moved nightly map builds to Airflow on AWS and halved their cost.",
        ),
    ),
    (
        "Machine Learning Intern",
        "Arbor Vision, Vancouver, WA",
        "Jun 2016 - Aug 2016",
        ("Compared feature detectors with small convolutional networks for counting trees in drone images.",),
    ),
)

STUDIES = (
    ("M.S. in Computer Science, Cascadia Valley University", "2015 - 2017"),
    ("B.S. in Mathematics, Cascadia Valley University", "2011 - 2015"),
)

SKILLS = (
    "Python, C++, Go, SQL, PyTorch, TensorRT, ONNX, OpenCV, CUDA, scikit-learn, NumPy",
    "Object detection, image segmentation, multi-object tracking, camera calibration, quantization",
    "Docker, Kubernetes, MLflow, Airflow, AWS, PostgreSQL, Git",
)


def story() -> list[Flowable]:
    """Return the page from top to bottom."""
    head = [Paragraph("Maya Lindqvist", NAME), Paragraph("Seattle, WA | maya.lindqvist@example.com", BODY)]
    return [*head, *section("Summary", [Paragraph(SUMMARY, BODY)]), *experience(), *education(), *skills()]


def section(title: str, parts: list[Flowable]) -> list[Flowable]:
    return [Paragraph(title, HEADING), HRFlowable(width="100%", thickness=0.6, spaceAfter=4), *parts]


def experience() -> list[Flowable]:
    parts: list[Flowable] = []
    for title, employer, dates, bullets in JOBS:
        parts += [row(f"<b>{title}</b>", dates), Paragraph(employer, BODY)]
        parts += [Paragraph(text, BULLET, bulletText="•") for text in bullets]
        parts.append(Spacer(1, 5))
    return section("Experience", parts)


def education() -> list[Flowable]:
    return section("Education", [row(degree, dates) for degree, dates in STUDIES])


def skills() -> list[Flowable]:
    return section("Skills", [Paragraph(line, BODY) for line in SKILLS])


def row(left: str, right: str) -> Table:
    """Return a line with its dates at the right edge."""
    cells = [[Paragraph(left, BODY), Paragraph(right, RIGHT)]]
    style = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
    flat = [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]
    return Table(cells, colWidths=[376, 112], hAlign="LEFT", style=[*style, *flat])


def make(path: Path) -> None:
    """Write the resume; the same bytes every time."""
    margins = {"leftMargin": 56, "rightMargin": 56, "topMargin": 48, "bottomMargin": 48}
    SimpleDocTemplate(str(path), pagesize=LETTER, invariant=1, title="Resume of Maya Lindqvist", **margins).build(
        story()
    )


if __name__ == "__main__":
    make(SAMPLE)
