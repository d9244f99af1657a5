"""Component "skills": the technical skills that a resume names, each with all the places that name it."""

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc, Span

from resumes.extraction.facts import Evidence, Skill
from resumes.extraction.findings import of
from resumes.extraction.skill_context import counted
from resumes.extraction.skill_mentions import Mention


@Language.component("bandwise_skills")
def find_skills(doc: Doc) -> Doc:
    """Fill `findings.skills`, in the order of first mention."""
    findings = of(doc)
    kept = counted(findings)
    findings.skills = gather(kept)
    doc.spans["skills"] = [span for mention in kept if (span := span_of(doc, mention))]
    return doc


def gather(kept: list[Mention]) -> list[Skill]:
    """Return one skill a name, with every range that names it."""
    places: defaultdict[str, list[Evidence]] = defaultdict(list)
    categories: dict[str, str] = {}
    for mention in kept:
        places[mention.entry.name].append(Evidence(mention.start, mention.end))
        categories[mention.entry.name] = mention.entry.category
    return [Skill(name, categories[name], tuple(evidence)) for name, evidence in places.items()]


def span_of(doc: Doc, mention: Mention) -> Span | None:
    label = "skills.listed" if mention.listed else "skills.named"
    return doc.char_span(mention.start, mention.end, label=label, alignment_mode="expand")
