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
    """Return one skill an entry of the lexicon, with every range that names it."""
    seen: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in kept:
        seen[mention.entry.name].append(mention)
    return [skill_of(name, places) for name, places in seen.items()]


def skill_of(name: str, places: list[Mention]) -> Skill:
    """Return the skill under its first name if the resume prints that anywhere, else under the name it prints first."""
    names = [place.name for place in places]
    evidence = tuple(Evidence(place.start, place.end) for place in places)
    return Skill(name if name in names else names[0], places[0].entry.category, evidence)


def span_of(doc: Doc, mention: Mention) -> Span | None:
    label = f"skills.{mention.form.rule}"
    return doc.char_span(mention.start, mention.end, label=label, alignment_mode="expand")
