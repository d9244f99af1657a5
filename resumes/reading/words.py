"""Words on a page: the smallest thing that layout moves about."""

from dataclasses import dataclass


@dataclass(slots=True)
class Word:
    """A run of characters without a gap, in points from the page's top left corner.

    `top` and `bottom` follow from baseline and size alone, so that words of one line agree whatever their letters.
    `spaced` says that the file itself puts a space before the word, `tab` that the word starts a cell of its own.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    spaced: bool = False
    tab: bool = False

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Page:
    """The visible words of one page in paint order; `hidden` counts the characters that nobody sees."""

    number: int
    width: float
    height: float
    words: list[Word]
    hidden: int = 0
