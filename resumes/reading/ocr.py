"""Text out of pictures of pages, where the optional extra `ocr` is installed: offline, with the models it brings.

RapidOCR finds lines and reads them with two networks in this very process, which a child that may start no other
needs. What it finds becomes words with places, so that scans go through the same layout as all other pages.
"""

import math
from functools import cache
from importlib.util import find_spec
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


def read_pages(pdf: pdfium.PdfDocument, most: int) -> list[Page]:
    """Return the words of the first pages as they are seen; fewer pages than asked for where they hold much."""
    pages: list[Page] = []
    strips = 0
    for index in range(min(most, len(pdf), MOST_PAGES)):
        if strips >= ENOUGH_STRIPS:
            break
        found, page = _read_page(pdf[index], index + 1)
        strips += found
        pages.append(page)
    return pages


def _read_page(page: pdfium.PdfPage, number: int) -> tuple[int, Page]:
    width, height = page.get_size()
    scale = min(math.sqrt(PIXELS / (width * height)), LONGEST / max(width, height))
    picture = page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3]
    strips = _strips(picture)
    return len(strips), Page(number, width, height, words_of(strips, picture, scale))


def _strips(picture: np.ndarray) -> list[Strip]:
    found = reader()(np.ascontiguousarray(picture))
    if not found.txts:
        return []
    return [
        Strip(text, np.asarray(corners, float), [(part, float(box[0][0]), float(box[1][0])) for part, _, box in parts])
        for text, corners, parts in zip(found.txts, found.boxes, found.word_results, strict=True)
    ]
