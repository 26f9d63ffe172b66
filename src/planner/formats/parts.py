"""What someone has to do with an interview, as their title, name or mail address suggests it."""

import re

from planner.domain.interview import Part

_RECRUITER = re.compile(r"\b(?:recruit\w*|talent|hr|human resources|people team|sourcer)\b", re.IGNORECASE)
_COORDINATOR = re.compile(r"\b(?:coordinat\w*|schedul\w*|assistant)\b", re.IGNORECASE)


def part_in(words: str) -> Part:
    """The part that words such as "Talent acquisition" name; an interviewer's where they name none."""
    if _RECRUITER.search(words):
        return Part.RECRUITER
    return Part.COORDINATOR if _COORDINATOR.search(words) else Part.INTERVIEWER
