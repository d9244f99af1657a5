"""Items as the text of a data block in a page, whatever the texts in them hold."""

import json
from collections.abc import Sequence

from salaries.structured.items import Item

ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
"""Letters that could end the element, begin another or break a line of a script. In JSON they stand in strings only."""


def written(items: Sequence[Item]) -> str:
    """Return items as JSON-LD that may stand in a `script` element as it is."""
    graph = {"@context": "https://schema.org", "@graph": items}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
