"""What a status in a table says of how it ended, where it plainly names an end."""

import re

from planner.domain.log import Result

_BY_WHOM = r"(?: (?:by|after|at|in|on|without|before|following) .*)?"
_NO_OFFER_TAKEN = r"(?:declined|rejected|refused|turned down)"
_ENDS = {
    Result.WITHDRAWN: rf"(?:application |i )?with(?:drew|drawn){_BY_WHOM}|(?:job )?offer {_NO_OFFER_TAKEN}(?: by me)?"
    rf"|{_NO_OFFER_TAKEN} (?:the |an |their )?offer|(?:i )?declined by me|zurückgezogen",
    Result.ACCEPTED: r"(?:job )?(?:offer )?accepted(?: (?:the |an |their )?offer)?|hired",
    Result.OFFER: r"(?:job )?offer(?:ed)?(?: (?:received|extended|made))?|(?:got|received) (?:an |the )?offer|zusage",
    Result.REJECTED: rf"(?:application |i was |was |got )?(?:re+jected|declined|turned down){_BY_WHOM}"
    r"|(?:application )?rejection(?: received)?|no offer|absage|abgelehnt",
}
_PATTERNS = {result: re.compile(pattern, re.IGNORECASE) for result, pattern in _ENDS.items()}
_ABOUT_AN_END = re.compile(
    r"re+ject|declin|withdr|accept|offer|hired|closed|no longer|absage|zusage|refus", re.IGNORECASE
)
_AROUND = " \t.!:-–—*✗✘✓❌✅🎉"


def end_in(status: str) -> Result | None:
    """The end that a status names and nothing else ("Rejected", "Offer declined"); None for all that could be more."""
    plain = " ".join(status.strip(_AROUND).split())
    return next((result for result, pattern in _PATTERNS.items() if pattern.fullmatch(plain)), None)


def may_be_an_end(status: str) -> bool:
    """Whether it speaks of an end at all, as "Offer expected" and "Closed" do."""
    return _ABOUT_AN_END.search(status) is not None
