"""An edition's contents with what is made of them, each once and only when it is asked for."""

from functools import cached_property

from salaries.contents.files import digest
from salaries.contents.freezing import guide_of
from salaries.contents.prose import filled
from salaries.contents.tables import Contents
from salaries.estimation.guide import Guide


class Kept:
    """One revision of an edition in memory."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents

    @cached_property
    def digest(self) -> str:
        """The hash by which others tell this revision's contents."""
        return digest(self.contents)

    @cached_property
    def guide(self) -> Guide:
        """The edition as estimation reads it."""
        return guide_of(self.contents)

    @cached_property
    def readable(self) -> Contents:
        """The edition with the figures of its texts in place."""
        return filled(self.contents)
