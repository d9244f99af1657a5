"""Staff's changes to the lexicons as extraction takes them."""

from collections.abc import Iterable

from resumes.extraction.amendments import Amendments, SkillRow
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


def skills() -> tuple[SkillRow, ...]:
    """Return staff's skills, the withdrawn ones among them."""
    return tuple(one.row() for one in SkillEntry.objects.all())


def categories(names: Iterable[str]) -> dict[str, str]:
    """Return the categories of those names that are skills of staff's."""
    return dict(SkillEntry.objects.filter(name__in=names, in_use=True).values_list("name", "category"))
