"""The guide's tables: editions, their figures, and the sources that every figure names."""

from salaries.models.edition import Edition, Source
from salaries.models.pay import Figure, Occupation, Rung, Tier
from salaries.models.place import Metro, State
from salaries.models.specialization import Parameter, Specialization
from salaries.models.text import Disagreement, NegotiationPoint, PayingSkill, Question, Takeaway

__all__ = [
    "Disagreement",
    "Edition",
    "Figure",
    "Metro",
    "NegotiationPoint",
    "Occupation",
    "Parameter",
    "PayingSkill",
    "Question",
    "Rung",
    "Source",
    "Specialization",
    "State",
    "Takeaway",
    "Tier",
]
