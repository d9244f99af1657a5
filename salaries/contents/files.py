"""Reading an edition's file."""

import hashlib
from pathlib import Path

import msgspec
import yaml

from salaries.contents.tables import Contents

GUIDES = Path(__file__).parent.parent / "guides"


class BadFile(ValueError):
    """The file is no edition: not YAML, a key too many or too few, a value of the wrong kind."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name}: {reason}")
        self.path = path
        self.reason = reason


def read(path: Path) -> Contents:
    """Return the file's contents, typed; unknown keys are refused. Raises `BadFile`, `OSError`."""
    try:
        plain = yaml.safe_load(path.read_text(encoding="utf-8"))
        return msgspec.convert(plain, Contents)
    except (yaml.YAMLError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise BadFile(path, str(error)) from error


def digest(contents: Contents) -> str:
    """Return a hash of the contents: the same for the same values, however they were written."""
    return hashlib.sha256(msgspec.json.encode(contents, order="deterministic")).hexdigest()
