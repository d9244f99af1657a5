"""Component "specialization"."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("bandwise_specialization")
def find_specialization(doc: Doc) -> Doc:
    """Leave the document as it is."""
    return doc
