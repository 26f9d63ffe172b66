"""Who someone is, and what they have to do with an interview, as a title, a name or a mail address suggests it."""

import re

from planner.domain.interview import Part

_RECRUITER = re.compile(r"\b(?:recruit\w*|talent|hr|human resources|people team|sourcer)\b", re.IGNORECASE)
_COORDINATOR = re.compile(r"\b(?:coordinat\w*|schedul\w*|assistant)\b", re.IGNORECASE)


def part_in(words: str) -> Part:
    """The part that words such as "Talent acquisition" name; an interviewer's where they name none."""
    if _RECRUITER.search(words):
        return Part.RECRUITER
    return Part.COORDINATOR if _COORDINATOR.search(words) else Part.INTERVIEWER


def name_in(email: str) -> str:
    """ "Ann Lee" for ann.lee@…; "" where the address is no such name."""
    words = email.partition("@")[0].replace("_", ".").split(".")
    return " ".join(word.capitalize() for word in words) if len(words) > 1 and "".join(words).isalpha() else ""
