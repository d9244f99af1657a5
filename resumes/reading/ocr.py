"""Text out of pictures of pages, where the optional extra `ocr` is installed: offline, with the models it brings.

RapidOCR finds lines and reads them with two networks in this very process, which a child that may start no other
needs. What it finds becomes words with places, so that scans go through the same layout as all other pages.
"""

import math
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from statistics import median
from typing import Any

import numpy as np
import pypdfium2 as pdfium

from resumes.reading.recognized import Strip, words_of
from resumes.reading.words import Page

PIXELS = 2_200_000
"""A page is drawn with so many, whatever it measures: a letter or A4 page at 150 dots an inch."""
LONGEST = 4000
"""Pixels of a page's longer side at most."""
FINDER_SIDE = 1280
"""Pixels of the longer side as the line finder sees the page; the reader sees the lines in full."""
MOST_PAGES = 4
ENOUGH_STRIPS = 90
"""After so many pieces of lines no further page is begun: a full page has 70 and takes 7 s of a processor."""

UPENDED = 1.5
"""A strip so many times as high as wide stands on its end."""
SURE = 0.8
"""The reader's own trust in most lines, from which they make sense."""
SMALLEST_SIDE = 400
"""Pixels of the shorter side of a picture that may hold a resume: logos and portraits have fewer, or no words."""
THINNEST = 32
"""Pixels: the reader sees in squares of this size, and fails on pictures that hold none."""
PAGE_WIDTH = 612.0
"""Points that a picture's width stands for."""

PACKAGES = ("rapidocr", "onnxruntime", "cv2")
SETTINGS = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.use_cls": False,  # upside-down lines: pages that stand on their head are not worth their cost
    "Global.return_word_box": True,
    "Global.log_level": "critical",  # logs hold no resume text
    "Global.max_side_len": LONGEST,
    "Det.limit_side_len": FINDER_SIDE,
    "Det.limit_type": "max",
    "Rec.rec_batch_num": 1,  # one at a time: padding short lines to the longest of a batch costs more than it saves
}


def installed() -> bool:
    """Return whether the extra is there."""
    return all(find_spec(package) is not None for package in PACKAGES)


@cache
def reader() -> Any:
    """Return RapidOCR with both models in memory. Raises `ImportError` without the extra."""
    import cv2
    from rapidocr import RapidOCR

    cv2.setNumThreads(1)  # a confined child may start none
    engine = RapidOCR(params=SETTINGS)
    engine(np.full((64, 64, 3), 255, np.uint8))  # the models are loaded on first use
    return engine


def read_pages(pdf: pdfium.PdfDocument, places: Sequence[int]) -> list[Page]:
    """Return the words of the pages, counted from 0, as they are seen; fewer than asked for where they hold much."""
    pages: list[Page] = []
    strips = 0
    for place in places[:MOST_PAGES]:
        if strips >= ENOUGH_STRIPS:
            break
        width, height = pdf[place].get_size()
        scale = min(math.sqrt(PIXELS / (width * height)), LONGEST / max(width, height))
        picture = pdf[place].render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3]
        found, page = _read(picture, place + 1, scale)
        strips += found
        pages.append(page)
    return pages


def read_picture(data: bytes) -> Page | None:
    """Return the words of a picture file as wide as a page; None where it is none, or too small to hold text."""
    import cv2

    try:
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error:
        return None
    if picture is None or min(picture.shape[:2]) < SMALLEST_SIDE:
        return None
    height, width = picture.shape[:2]
    shrunk = min(1.0, math.sqrt(PIXELS / (width * height)), LONGEST / max(width, height))
    if shrunk < 1:
        picture = cv2.resize(picture, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA)
    return _read(picture, 1, picture.shape[1] / PAGE_WIDTH)[1]


def _read(picture: np.ndarray, number: int, scale: float) -> tuple[int, Page]:
    """Return how many pieces of lines were read, and the page; one that lies on its side is turned first."""
    strips, sure = _strips(picture)
    if strips and sum(strip.height > UPENDED * strip.width for strip in strips) > len(strips) / 2:
        # the reader turns upended lines to the left: where that makes sense, so does the page turned to the left
        picture = np.rot90(picture, 1 if sure else 3)
        strips, _ = _strips(picture)
    height, width = picture.shape[:2]
    return len(strips), Page(number, width / scale, height / scale, words_of(strips, picture, scale))


def _strips(picture: np.ndarray) -> tuple[list[Strip], bool]:
    """Return the pieces of lines, and whether they made sense."""
    if min(picture.shape[:2]) < THINNEST:
        return [], False
    found = reader()(np.ascontiguousarray(picture))
    if not found.txts:
        return [], False
    strips = [
        Strip(text, np.asarray(corners, float), [(part, float(box[0][0]), float(box[1][0])) for part, _, box in parts])
        for text, corners, parts in zip(found.txts, found.boxes, found.word_results, strict=True)
    ]
    return strips, median(found.scores) >= SURE
