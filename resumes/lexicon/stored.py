"""Staff's changes to the lexicons as extraction takes them."""

from resumes.extraction.amendments import Amendments
from resumes.lexicon.rows import EmployerEntry, SkillEntry


def amendments(instead: SkillEntry | EmployerEntry | None = None) -> Amendments:
    """Return all changes, in the order of their names; `instead` is an entry as it would be, saved or not."""
    skills, employers = list(SkillEntry.objects.all()), list(EmployerEntry.objects.filter(in_use=True))
    if isinstance(instead, SkillEntry):
        skills = [*(one for one in skills if one.pk != instead.pk), instead]
    elif instead is not None:
        employers = [*(one for one in employers if one.pk != instead.pk), *([instead] if instead.in_use else [])]
    return Amendments(
        tuple(sorted((one.row() for one in skills), key=lambda row: row.name)),
        tuple(sorted((one.row() for one in employers), key=lambda row: row.names)),
    )
