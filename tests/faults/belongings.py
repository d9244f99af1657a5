"""What one visitor and one program own, every text of it marked by one word, and a draft marked by another.

Whoever else meets the word has seen what is not theirs.
"""

import secrets
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from resumes import sharing
from resumes.api import keys
from resumes.deletion import delete
from resumes.extraction.facts import Role, Skill
from resumes.lexicon.rows import EmployerEntry, SkillEntry
from resumes.marks import Mark
from resumes.models import Drawing, PagePicture, Resume
from resumes.reading.document import Box
from resumes.said import Corrections, RoleCorrection
from salaries.drafts import clone
from salaries.models import Edition, Takeaway
from salaries.offers import Offer
from tests.conftest import visitor
from tests.resumes.written import FACTS, TEXT, at, failed_resume, read_resume, waiting_resume

CANARY, DRAFT = "qzvwcanary", "qzvwdraft"
MARKED = TEXT.replace("Example Robotics", f"{CANARY} Robotics").replace("Ana Example", f"Ana {CANARY}")
ROLES = tuple(
    Role(one.title, f"{CANARY} Ltd", one.start, one.end, one.kind, one.confidence, (at(one.title, MARKED),))
    for one in FACTS.roles
)
HELD = replace(
    FACTS,
    roles=ROLES,
    education=replace(FACTS.education, field=f"{CANARY} Studies", evidence=(at("M.S.", MARKED),)),
    location=replace(FACTS.location, evidence=(at("Seattle, WA", MARKED),)),
    specialization=replace(FACTS.specialization, evidence=(at("perception stack", MARKED),)),
    skills=(Skill("PyTorch", "framework", ()), Skill(f"{CANARY}DB", "database", ())),
)
SAID = Corrections(
    roles=(RoleCorrection("new-1", False, "ml", "2016-01", "2016-12", "Engineer", f"{CANARY} AG"),),
    skills_added=(f"{CANARY}Script",),
)
OFFERS = (Offer(f"{CANARY} offers", Decimal(200_000)),)


@dataclass
class Belongings:
    """The owner's browser, the program's key, their resumes by where they stand, share tokens, and all secrets."""

    owner: Client
    key: str
    resumes: dict[str, Resume]
    tokens: dict[str, str]
    draft: Edition
    secrets: list[str] = field(default_factory=list)

    def state(self) -> list[Any]:
        """Return the rows as they stand: nobody else's request may change them."""
        rows = Resume.objects.filter(pk__in=[one.pk for one in self.resumes.values()]).order_by("pk")
        return [*rows.values_list(), PagePicture.objects.count(), Drawing.objects.count()]


def marked_resume(browser: Client, **columns: Any) -> Resume:
    """Store a resume that was read, corrected, drawn and given an offer, the word in all of it."""
    told = {"filename": f"{CANARY}.pdf", "corrections": SAID, "offers": OFFERS} | columns
    resume = read_resume(browser, HELD, MARKED, **told)
    resume.file.save("resume", ContentFile(f"%PDF-1.4 {CANARY}".encode()))
    Drawing.objects.create(resume=resume, ended_at=timezone.now())
    picture = PagePicture(resume=resume, page=1, width=10, height=10, shows=Box(0, 0, 612, 792))
    picture.file.save("page", ContentFile(b"RIFF" + CANARY.encode()))
    return resume


def made() -> Belongings:
    """Store everything."""
    owner = visitor()
    row, key = keys.make("The owner's program")
    told: dict[str, Any] = {"filename": f"{CANARY}.pdf"}
    resumes = {
        "read": marked_resume(owner),
        "revoked": marked_resume(owner),
        "waiting": waiting_resume(owner, **told),
        "failed": failed_resume(owner, "damaged"),
        "of the program": marked_resume(owner, owner=row.owner),
    }
    Resume.objects.filter(pk=resumes["failed"].pk).update(**told)
    tokens = {"live": sharing.make(resumes["read"]), **ended_tokens(owner, resumes["revoked"])}
    held = Belongings(owner, key, resumes, tokens, marked_draft())
    held.secrets = [CANARY, owner.session["owner"], str(owner.session.session_key), row.digest, key]
    held.secrets += [sharing.digest(tokens["live"]), *names_in_storage()]
    return held


def ended_tokens(owner: Client, revoked: Resume) -> dict[str, str]:
    """Return tokens of links that hold no more: ended by its owner, gone with its resume, never made."""
    ended = sharing.make(revoked)
    sharing.revoke(revoked)
    gone = marked_resume(owner)
    deleted = sharing.make(gone)
    delete(gone)
    return {"ended": ended, "deleted": deleted, "never": secrets.token_urlsafe(sharing.BYTES)}


def names_in_storage() -> list[str]:
    return [*Resume.objects.values_list("file", flat=True), *PagePicture.objects.values_list("file", flat=True)]


def marked_draft() -> Edition:
    """Store a draft that bears its own word, and a row of every other table that staff see."""
    draft = clone(Edition.objects.get(), "next")
    Edition.objects.filter(pk=draft.pk).update(title=f"{DRAFT} guide", note=DRAFT)
    Takeaway.objects.filter(edition=draft).update(words=DRAFT)
    SkillEntry.objects.create(name="QuillDB", category="database")
    EmployerEntry.objects.create(name="Quill Ltd", kind="other")
    Mark.objects.create(version="1", kind="specialization", was="nlp", became="llm-genai", count=2, resumes=2)
    draft.refresh_from_db()
    return draft
