"""The guide's tables: editions, their figures, and the sources that every figure names."""

from salaries.models.edition import Edition, PublishedEdition
from salaries.models.pay import Figure, Occupation, Rung, Tier
from salaries.models.place import Metro, State
from salaries.models.publication import PlannedPublication, Publication
from salaries.models.source import Source
from salaries.models.specialization import Parameter, Specialization
from salaries.models.text import Disagreement, NegotiationPoint, PayingSkill, Question, Takeaway
from salaries.models.wages import AreaWage, WageRelease

__all__ = [
    "AreaWage",
    "Disagreement",
    "Edition",
    "Figure",
    "Metro",
    "NegotiationPoint",
    "Occupation",
    "Parameter",
    "PayingSkill",
    "PlannedPublication",
    "Publication",
    "PublishedEdition",
    "Question",
    "Rung",
    "Source",
    "Specialization",
    "State",
    "Takeaway",
    "Tier",
    "WageRelease",
]
