"""Why a correction cannot be used: each error says what is wrong and what to do, and names the field it is about."""

from typing import ClassVar


class Refused(ValueError):
    """A correction that cannot be used. `code` and `field` are for programs, the message for people."""

    code: ClassVar[str] = "refused"
    words: ClassVar[str] = ""

    def __init__(self, field: str, **values: object) -> None:
        super().__init__(self.words.format(**values))
        self.field = field


class NotADate(Refused):
    """The text is no month, no year and not "present"."""

    code = "not_a_date"
    words = "“{text}” is no date that we can read. Write a month and a year, such as Mar 2019, or the year alone."


class NoStart(Refused):
    """A role has an end and no start."""

    code = "no_start"
    words = "Say when it began: a month and a year, or the year alone."


class EndBeforeStart(Refused):
    """A role ends before it starts."""

    code = "end_before_start"
    words = "It cannot end before it began. Give the months too where both lie in one year."


class InTheFuture(Refused):
    """A date lies after the day that counts as today."""

    code = "in_the_future"
    words = "This lies in the future. For a role that you still hold, write present as its end."


class TooLongAgo(Refused):
    """A date lies further back than anybody has worked."""

    code = "too_long_ago"
    words = "This is more than {years} years ago. Check the year."


class UnknownKind(Refused):
    """No kind of role goes by that name."""

    code = "unknown_kind"
    words = "Choose what kind of work it was."


class UnknownRole(Refused):
    """The facts have no role with that key, and the visitor added none."""

    code = "unknown_role"
    words = "There is no such role in this resume."


class TooManyRoles(Refused):
    """The visitor has added as many roles as are taken."""

    code = "too_many_roles"
    words = "No more than {most} roles can be added."


class TooLong(Refused):
    """A name is longer than any."""

    code = "too_long"
    words = "This is longer than {most} characters. Shorten it."


class NoName(Refused):
    """A skill without a name."""

    code = "no_name"
    words = "Write the name of the skill first."


class SkillThere(Refused):
    """The skill stands in the list already."""

    code = "skill_there"
    words = "{name} is in the list already."


class UnknownSkill(Refused):
    """The skill to remove is not in the list."""

    code = "unknown_skill"
    words = "{name} is not among the skills of this resume."


class TooManySkills(Refused):
    """The visitor has added as many skills as are taken."""

    code = "too_many_skills"
    words = "No more than {most} skills can be added."


class NotACorrection(Refused):
    """Data that says nothing that can be corrected, or says it in another form."""

    code = "not_a_correction"
    words = "{field} cannot be corrected so."

    def __init__(self, field: str) -> None:
        super(Refused, self).__init__(self.words.format(field=field))
        self.field = field


class NotUsable(Refused):
    """A value that the form of facts does not take, with the form's words."""

    code = "not_usable"
    words = "{words}"
