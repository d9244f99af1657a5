"""Texts that do something where they are taken for more than text, and resumes made of them in every format.

Each that a browser would run calls `ran()`, which the browser tests count.
"""

import io
import json
from collections.abc import Sequence

from docx import Document
from reportlab.pdfgen.canvas import Canvas

RUN = "window.ran()"
MARKUP = (
    f"<script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f"'><svg onload={RUN}>",
    f"</title></textarea></script><script>{RUN}</script>",
    f"--><details open ontoggle={RUN}>",
    f'<a href="javascript:{RUN}">A</a>',
    f'" autofocus onfocus="{RUN}" x="',
    f'<iframe srcdoc="<script>parent.{RUN}</script>">',
    "<base href=//elsewhere.example><style>*{display:none}</style>",
    f'<meta http-equiv="refresh" content="0;url=javascript:{RUN}">',
    f"<form action=javascript:{RUN}><button autofocus>",
    '<b hx-get="/sample/" hx-trigger="load" hx-on:load="ran()">b</b>',
    f'<math><mi xlink:href="javascript:{RUN}">',
    "<!--<![CDATA[",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
)
TEMPLATES = ("{{7777*7777}}", "{% debug %}", "{{ settings.SECRET_KEY }}", "${7777*7777}", "{0.__class__}", "%(x)s%n")
FORMULAS = (
    '=HYPERLINK("http://x.example","A")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\uff1d1+1",
    " =1",
    "\ufeff=1",
    "'=1",
)
DIRECTIONS = ("\u202egnp.exe", "\u2066turned\u2069", "\u200f", "p\u0430ypal")
LINES = ("A\r\nSet-Cookie: ran=1", "A\nLocation: //x.example", "A%0d%0aSet-Cookie: ran=1", "A\u2028B", "A\x85B")
PATHS = ("../../../../ran", "..\\..\\ran", "/ran", "a\x00b", "C:ran", "....//ran", ".", "x" * 3000)
EVERY = (*MARKUP, *TEMPLATES, *FORMULAS, *DIRECTIONS, *LINES, *PATHS)
RESULT = "60481729"
"""What 7777*7777 is: nothing of ours may have worked it out."""


def printable(words: str) -> str:
    """Return a text that fits one line of a document."""
    return "".join(letter if letter.isprintable() else " " for letter in words)[:120]


def lines() -> list[str]:
    """Return the lines of a resume whose name, employers, titles, skills and schools are the payloads."""
    texts = [printable(one) for one in EVERY]
    work = [
        line
        for year, words in enumerate(texts[:16], start=2008)
        for line in (
            f"Machine Learning Engineer {words}",
            f"{words} Analytics",
            f"January {year} - December {year}",
            f"- {words}",
        )
    ]
    skills = "PyTorch, " + ", ".join(texts[:12])
    return [
        f"Ana {texts[0]}",
        "Seattle, WA",
        "Experience",
        *work,
        "Skills",
        skills,
        "Education",
        f"M.S. {texts[1]}",
        *texts,
    ]


def text_resume() -> bytes:
    return "\n".join(lines()).encode()


def word_resume() -> bytes:
    document, out = Document(), io.BytesIO()
    for line in lines():
        document.add_paragraph(line)
    for name in ("title", "author", "subject", "keywords", "comments"):
        setattr(document.core_properties, name, MARKUP[0])
    document.save(out)
    return out.getvalue()


def pdf_resume() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setTitle(MARKUP[0])
    canvas.setAuthor(MARKUP[1])
    canvas.setSubject(MARKUP[2])
    every = [line.encode("latin-1", "ignore").decode("latin-1") for line in lines()]
    for start in range(0, len(every), 60):
        for row, line in enumerate(every[start : start + 60]):
            canvas.drawString(40, 800 - 12 * row, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def json_resume() -> bytes:
    jobs = [
        {
            "name": f"{one} Ltd",
            "position": f"Machine Learning Engineer {one}",
            "url": one,
            "summary": one,
            "highlights": [one],
        }
        for one in map(printable, EVERY[:16])
    ]
    for year, job in enumerate(jobs, start=2008):
        job |= {"startDate": f"{year}-01", "endDate": f"{year}-12"}
    basics = {"name": MARKUP[0], "label": MARKUP[1], "url": f"javascript:{RUN}", "image": f"javascript:{RUN}"}
    told = {"basics": basics | {"location": {"city": "Seattle", "region": "WA", "countryCode": "US"}}, "work": jobs}
    return json.dumps(told | {"skills": [{"name": one} for one in map(printable, EVERY)]}).encode()


RESUMES = {"txt": text_resume, "docx": word_resume, "pdf": pdf_resume, "json": json_resume}


def joined(of: Sequence[str] = MARKUP) -> str:
    """Return many payloads as one text."""
    return " ".join(of)
