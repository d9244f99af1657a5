"""Reading and writing an edition's file."""

import hashlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import yaml

from salaries.contents.prose import plain
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


def written(contents: Contents) -> str:
    """Return the contents as the text of a file that `read` gives back unchanged; what is empty is left out."""
    about: dict[str, Any] = {}
    rows: dict[str, Any] = {}
    for name, value in msgspec.structs.asdict(contents).items():
        (rows if isinstance(value, tuple) else about)[name] = value
    tables: dict[str, Any] = {name: [_filled(row) for row in table] for name, table in rows.items()}
    layout: dict[str, Any] = {"sort_keys": False, "allow_unicode": True, "width": 120}
    return "\n".join(yaml.dump({name: part}, Dumper=Dumper, **layout) for name, part in (about | tables).items())


class Dumper(yaml.SafeDumper):
    """YAML with exact decimals as plain numbers."""


def _number(dumper: yaml.SafeDumper, number: Decimal) -> yaml.ScalarNode:
    kind = "int" if number == number.to_integral_value() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", plain(number))


Dumper.add_representer(Decimal, _number)


def _filled(row: msgspec.Struct) -> dict[str, Any]:
    defaults = {field.name: field.default for field in msgspec.structs.fields(row)}
    return {name: value for name, value in msgspec.structs.asdict(row).items() if value != defaults[name]}


def digest(contents: Contents) -> str:
    """Return a hash of the contents: the same for the same values, however they were written."""
    return hashlib.sha256(msgspec.json.encode(contents, order="deterministic")).hexdigest()
