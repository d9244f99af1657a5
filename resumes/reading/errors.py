"""Why a document could not be read: one class a fact, each with the failure code that the resume keeps."""

from typing import ClassVar


class ReadingError(Exception):
    """A document that gives no facts. `code` is the resume's failure code; the words for it are in `failures.toml`."""

    code: ClassVar[str] = "unreadable"


class Empty(ReadingError):
    code = "empty"


class TooLarge(ReadingError):
    code = "too_large"


class TooManyPages(ReadingError):
    code = "too_many_pages"


class UnsupportedType(ReadingError):
    code = "unsupported_type"


class LegacyWord(ReadingError):
    code = "legacy_doc"


class Encrypted(ReadingError):
    code = "encrypted"


class Damaged(ReadingError):
    code = "damaged"


class NoText(ReadingError):
    code = "no_text"


class ScanNeedsOcr(ReadingError):
    code = "scan_needs_ocr"


class NotAResume(ReadingError):
    code = "not_a_resume"


class NotEnglish(ReadingError):
    code = "not_english"


class BrokenJson(ReadingError):
    """It begins like JSON and is none that can be read in one way only."""

    code = "broken_json"


class OtherJson(ReadingError):
    """The JSON holds neither a resume nor a download of this site."""

    code = "other_json"


class ChangedDownload(ReadingError):
    """A download of this site that does not hold together: something was changed, or lost."""

    code = "changed_download"


class OtherDownload(ReadingError):
    """A download of this site in a form that this version does not know."""

    code = "other_download"


class TooSlow(ReadingError):
    code = "too_slow"


class Unreadable(ReadingError):
    """The code that read it died or failed on it; `reason` is for the log and holds nothing of the document."""

    code = "unreadable"

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
