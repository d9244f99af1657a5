"""pdfium's functions that are asked for every character, word or mark, bound so that a call costs little.

Handles and addresses pass as bare numbers. pypdfium2's own bindings wrap each in an object and take two to four times
as long, which is most of the time of reading a page.
"""

import ctypes
from ctypes import c_double, c_int, c_void_p
from typing import Any

import pypdfium2.raw as raw

Handle = int | None
"""The address of one of pdfium's objects, None for no object."""


def address_of(pointer: Any) -> int:
    """Return the address that one of pypdfium2's handles or functions holds."""
    return ctypes.cast(pointer, c_void_p).value or 0


def _bound(function: Any, result: Any, *arguments: Any) -> Any:
    """Bind a function again; it keeps the interpreter's lock, as letting go of it takes longer than the call."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


loose_box = _bound(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
origin = _bound(raw.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
text_object = _bound(raw.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
matrix = _bound(raw.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
font_size = _bound(raw.FPDFText_GetFontSize, c_double, c_void_p, c_int)
fill_color = _bound(raw.FPDFText_GetFillColor, c_int, c_void_p, c_int, *[c_void_p] * 4)
render_mode = _bound(raw.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
font = _bound(raw.FPDFTextObj_GetFont, c_void_p, c_void_p)
font_name = _bound(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
font_weight = _bound(raw.FPDFFont_GetWeight, c_int, c_void_p)

count_objects = _bound(raw.FPDFPage_CountObjects, c_int, c_void_p)
object_at = _bound(raw.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
kind_of = _bound(raw.FPDFPageObj_GetType, c_int, c_void_p)
draw_mode = _bound(raw.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
bounds = _bound(raw.FPDFPageObj_GetBounds, c_int, c_void_p, *[c_void_p] * 4)
shape_color = _bound(raw.FPDFPageObj_GetFillColor, c_int, c_void_p, *[c_void_p] * 4)
count_marks = _bound(raw.FPDFPageObj_CountMarks, c_int, c_void_p)
mark_at = _bound(raw.FPDFPageObj_GetMark, c_void_p, c_void_p, ctypes.c_ulong)
mark_name = _bound(raw.FPDFPageObjMark_GetName, c_int, c_void_p, c_void_p, ctypes.c_ulong, c_void_p)
