"""Company and role as an invitation suggests them: it seldom has fields for them.

The summary is cut at its dashes, colons and small words: "Second interview - Data analyst at Northwind". What names
the kind of talk is left out, and so are people. "at" leads to the company, "for" to the role; of the rest, what looks
like the mail domain of the other side is the company, and what looks like an occupation the role.
"""

import re
from dataclasses import dataclass

from planner.domain.text import NAME_LIMIT, folded, stripped_name
from planner.formats.invitations.employers import company_label, company_name
from planner.formats.invitations.people import Guests

UNKNOWN_COMPANY, UNKNOWN_ROLE = "Unknown company", "Interview"

_PREFIXES = re.compile(
    r"^(?:\s*(?:\[[^\]]*\]|(?:re|fwd?|aw|wg|(?:updated |new )?invitation|einladung|cancel+ed(?: event)?|abgesagt|accepted"
    r"|tentative|confirmed|reminder)\s*:))+",
    re.IGNORECASE,
)
_ASIDES = re.compile(
    r"\s*\((?:\s*[mwfdxh](?:\s*[/|,]\s*[mwfdxh])+\s*|[^()]*\b(?:zoom|teams|meet|webex|video|online|remote|virtual|phone)\b[^()]*)\)",
    re.IGNORECASE,
)
_WHICH = r"(?:first|second|third|fourth|final|last|initial|\d(?:st|nd|rd|th)|erstes|zweites|drittes)"
_HOW = (
    r"(?:(?:tele)?phone|video|virtual|online|remote|on-?site|in-person|technical|tech|panel|group|hr|intro(?:ductory)?"
    r"|screening|recruiter|hiring manager|culture(?: fit)?|behaviou?ral|coding|case|zoom|teams|job|telefon)"
)
_TALK = re.compile(
    rf"\b(?:{_WHICH}[ -]+)?(?:round[ -]+)?(?:{_HOW}[ -]*){{0,3}}"
    r"(?:interviews?|screen(?:ing)?|call(?! cent)|chat|conversation|meeting|discussion|round|stage|entretien|entrevista"
    r"|(?:vorstellungs|bewerbungs|kennenlern)?gespräch)\b(?: *(?:round|part|no\.?|#)? *\d{1,2}\b)?",
    re.IGNORECASE,
)
_CUTS = re.compile(r"\s[-\u2013\u2014|•·/x]\s|[:|]\s|//|[()]|<-{0,2}>")
_SMALL_WORDS = re.compile(r"(?:^|\s)(at|@|bei|for|für|als|with|mit)\s", re.IGNORECASE)
_LEADS_TO = {"at": "company", "@": "company", "bei": "company", "for": "role", "für": "role", "als": "role"}
_FILLING = re.compile(
    r"^(?:about\s+)?(?:the|an?|our|your|die|der|das|eine?)\s+|\s+(?:position|role|job|opening|vacancy|stelle)$",
    re.IGNORECASE,
)
_OCCUPATION = re.compile(
    r"(?:analyst|engineer|developer|manager|lead|leader|head of|scientist|designer|architect|consultant|assistant|director"
    r"|officer|specialist|administrator|coordinator|associate|intern|trainee|technician|accountant|nurse|teacher|writer"
    r"|researcher|editor|buyer|clerk|representative|executive|president|advis[eo]r|agent|operator|programmer|tester|owner"
    r"|recruiter|strategist|supervisor|worker|driver|cook|lawyer|counsel|entwickler|ingenieur|leiter|leitung|berater"
    r"|sachbearbeiter|referent|kauffrau|kaufmann|assistenz|fachkraft|pfleger|techniker|erzieher|verkäufer|fahrer|lehrer"
    r"|mechaniker|elektriker|koch|köch|arzt|ärzt|responsable|développeu[rs]e?|ingénieure?|infirmi[eè]re?|vendeu[rs]e?|comptable"
    r"|desarrollador|ingenier[oa]|cociner[oa]|camarer[oa]|enfermer[oa])(?:s|in|:in|\*in|a)?\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r" *(?:,|&|\+| and | und | et | y ) *")
# Of such words alone is what is left where the kind of talk was taken out: "Einladung zum …", "Your onsite …".
_TALKED_OF = (
    "einladung invitation invito invitación termin to zu zum zur für a an ein eine einem einer un una une le la à your "
    "ihr ihre votre next nächstes technical tech video virtual online remote onsite on-site phone telephone telefon panel "
    "intro introductory screening coding zoom teams"
)
_ABOUT_THE_TALK = frozenset(_TALKED_OF.split())
_WORD = re.compile(r"[\w-]+")
_ELSEWHERE = re.compile(r"\d|(?:in|on|am|im|um)\s", re.IGNORECASE)  # a time, a day, a town
_TEAM = re.compile(
    r"(?:\s+(?:recruiting|recruitment|talent(?: acquisition)?|hiring|careers|hr|people|team|jobs))+$", re.IGNORECASE
)
_EDGES = " -\u2013\u2014|,;:.[]#&"
_LEAST_LIKENESS = 3  # letters


@dataclass(frozen=True, slots=True)
class Proposal:
    company: str
    role: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a summary, and what the small word before them leads to: company, role, anyone ("with") or nothing."""

    words: str
    leads_to: str = ""


def proposal(summary: str, guests: Guests) -> Proposal:
    """Neither is ever empty: where the file names none, something stands in, and a remark says so."""
    known = (guests.organizer, *guests.people)
    label = next((label for person in known if person and (label := company_label(person.email))), "")
    pieces = [piece for piece in _pieces(summary) if not _names_people(piece.words, guests.names)]
    unsure = [piece for piece in pieces if piece.leads_to in {"", "anyone"} and not _OCCUPATION.search(piece.words)]
    rest = next((piece.words for piece in sorted(unsure, key=lambda piece: not piece.leads_to)), "")
    sure = _company(pieces, label)
    company = sure or rest
    role = _role(pieces, company, label)
    remarks = []
    if not company or not (sure or role):
        host = guests.organizer or next(iter(guests.people), None)
        company = company or (_TEAM.sub("", host.name) if host else summary) or UNKNOWN_COMPANY
        remarks.append(f"It is not clear which company it is: “{company}” stands in until you correct it.")
    if not role:
        remarks.append(f"It names no role: “{UNKNOWN_ROLE}” stands in until you correct it.")
    return Proposal(stripped_name(company), stripped_name(role) or UNKNOWN_ROLE, tuple(remarks))


def _names_people(words: str, names: frozenset[str]) -> bool:
    """Whether it is the name of somebody, or of several: "Ann Lee and Jo Park"."""
    return folded(words) in names or all(folded(name) in names for name in _ALSO.split(words))


def _pieces(summary: str) -> list[_Piece]:
    text = _ASIDES.sub("", _PREFIXES.sub("", summary[:NAME_LIMIT]))
    pieces: list[_Piece] = []
    for part in _CUTS.split(text):
        first, *others = _SMALL_WORDS.split(_TALK.sub(" ", part))
        pieces.append(_Piece(first))
        pieces += (
            _Piece(words, _LEADS_TO.get(word.lower(), "anyone"))
            for word, words in zip(others[::2], others[1::2], strict=True)
        )
    trimmed = (_Piece(_trimmed(piece.words), piece.leads_to) for piece in pieces)
    return [
        piece
        for piece in trimmed
        if any(letter.isalpha() for letter in piece.words)
        and not _ELSEWHERE.match(piece.words)
        and not _ABOUT_THE_TALK.issuperset(_WORD.findall(folded(piece.words)))
    ]


def _trimmed(words: str) -> str:
    """Without signs and small words at its ends; a bracket stays where its other one does."""
    text = " ".join(words.split())
    kept = text.strip(_EDGES)
    before, _, after = text.partition(kept) if kept else ("", "", "")
    if before.endswith("[") and kept.count("]") > kept.count("["):
        kept = f"[{kept}"
    if after.startswith("]") and kept.count("[") > kept.count("]"):
        kept = f"{kept}]"
    return _FILLING.sub("", kept)


def _company(pieces: list[_Piece], label: str) -> str:
    led = [piece.words for piece in pieces if piece.leads_to == "company"]
    named = (words for piece in pieces for words in piece.words.split(", "))
    alike = [words for words in named if _alike(words, label) and not _OCCUPATION.search(words)]
    by_domain = [company_name(label)] if label else []
    return next(iter((*led, *alike, *by_domain)), "")


def _role(pieces: list[_Piece], company: str, label: str) -> str:
    pieces = [piece for piece in pieces if not _is_company(piece.words, company, label)]
    plain = [piece.words for piece in pieces if not piece.leads_to]
    led = [piece.words for piece in pieces if piece.leads_to == "role"]
    role = next(iter((*(words for words in (*plain, *led) if _OCCUPATION.search(words)), *led, *plain)), "")
    for name in (company, label):
        role = _without(role, name) if name and folded(name) in folded(role) else role
    return role


def _without(role: str, name: str) -> str:
    return _trimmed(re.sub(rf"\b{re.escape(name)}\b", "", role, flags=re.IGNORECASE))


def _is_company(words: str, company: str, label: str) -> bool:
    return words == company or (_alike(words, label) and not _OCCUPATION.search(words))


def _alike(words: str, label: str) -> bool:
    squeezed = "".join(letter for letter in folded(words) if letter.isalnum())
    known = "".join(letter for letter in label if letter.isalnum())
    return len(known) >= _LEAST_LIKENESS <= len(squeezed) and (known in squeezed or squeezed in known)
