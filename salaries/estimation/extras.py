"""What the guide gives beside the salary: ladder, signing bonus, benefits, and where it disagrees with itself."""

from salaries.estimation.beside import Extra, LadderRung, Note
from salaries.estimation.factors import amounts_of
from salaries.estimation.guide import Benefit, Guide
from salaries.estimation.profile import Profile


def ladder(profile: Profile, guide: Guide) -> tuple[LadderRung, ...]:
    """Return the leadership ladder with the guide's own figures, the confirmed rung marked."""
    return tuple(
        LadderRung(
            rung.slug, rung.name, amounts_of(rung.span), rung.is_base, rung.slug == profile.rung, rung.span.source
        )
        for rung in guide.ladder
    )


def extra(benefit: Benefit) -> Extra:
    """Return a benefit as it stands beside an estimate."""
    amounts = amounts_of(benefit.span) if benefit.span else None
    return Extra(benefit.slug, benefit.name, benefit.unit, amounts, benefit.note, benefit.source)


def notes(tier: str | None, guide: Guide) -> tuple[Note, ...]:
    """Return the guide's disagreements that touch an estimate in this tier, None on the leadership ladder."""
    return tuple(
        Note(item.slug, item.words, item.source, item.other)
        for item in guide.disagreements
        if not item.tiers or tier in item.tiers
    )
