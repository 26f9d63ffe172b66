"""What the columns of a table are taken for: the names that trackers and people give them, field by field."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from planner.domain.errors import BadInput
from planner.formats.tables.values import Columns

LEFT_OUT, KEPT = "ignore", "notes"

# The names as `plain` leaves them, the likeliest first. Of several columns that fit, the likeliest name wins, and the
# others are kept in the notes. A field that may have several columns is marked with *.
_NAMES = {
    "company": (
        "company name/company/employer/employer name/organization/organisation/company organization/name of company/"
        "hiring company/firm/firma/unternehmen/arbeitgeber/entreprise/societe/nom de l entreprise/empresa/compania/azienda/"
        "bedrijf/bedrijfsnaam/werkgever/foretag/arbetsgivare/virksomhed/bedrift/pracodawca/name"
    ),
    "role": (
        "job title/role/role name/position/position title/title/job/job role/job position/role title/position applied for/"
        "stelle/position stelle/stellenbezeichnung/beruf/poste/intitule du poste/fonction/puesto/cargo/vaga/ruolo/posizione/"
        "functie/tjanst/stilling/stanowisko"
    ),
    "starts_at*": (
        "interview/interview date/interview dates/date of interview/interview at/interview on/interview datetime/"
        "interview date time/interview date and time/interview scheduled/interview day/interviewed on/interviewed at/"
        "next interview/interviews/starts at/when/appointment/"
        "vorstellungsgesprach/vorstellungstermin/gesprach/gesprachstermin/interviewtermin/bewerbungsgesprach/termin/"
        "entretien/date entretien/date d entretien/date de l entretien/entrevista/fecha entrevista/fecha de entrevista/"
        "fecha de la entrevista/data da entrevista/colloquio/data colloquio/data del colloquio/gesprek/sollicitatiegesprek/"
        "intervju/jobsamtale/rozmowa/rozmowa kwalifikacyjna"
    ),
    "time": "interview time/time of interview/time/start time/starts/uhrzeit/heure/hora/ora/orario/tijd/tid/godzina",
    "time_zone": "time zone/timezone/tz/zone/zeitzone/fuseau horaire/zona horaria/fuso orario/tijdzone",
    "minutes": "minutes/duration/duration minutes/interview length/interview duration/length/dauer/duree/duracion/durata/duur",
    "round": "round/interview round/round number/runde",
    "mode": "interview mode/mode/interview type/interview format/interview method",
    "location": (
        "interview location/interview place/interview address/interview link/meeting link/video link/zoom link/join link/"
        "call link/where"
    ),
    "interviewer*": (
        "interviewer/interviewers/interviewed by/interviewer name/interviewer s/interview with/interviewer names/"
        "gesprachspartner/entrevistador"
    ),
    "recruiter": "recruiter/recruiter name/hr/hr contact/hr name/talent partner",
    "hiring_manager": "hiring manager/hiring manager name/manager",
    "contact": (
        "contact/contact name/contact person/contacts/point of contact/points of contact/contact s/ansprechpartner/kontakt/"
        "personne de contact/contacto/persona de contacto/contatto/contato/contactpersoon/kontaktperson/osoba kontaktowa"
    ),
    "email": (
        "contact email/e mail/email/email address/e mail address/recruiter email/contact e mail/mail/courriel/"
        "correo electronico/correo"
    ),
    "phone": (
        "contact phone number/contact phone/phone/phone number/telephone/tel/telefon/telefonnummer/recruiter phone/mobile/"
        "telefono/telefone/telefoon/telefoonnummer"
    ),
    "industry": "industry/sector/branche",
    "notes*": (
        "notes/note/comments/comment/remarks/notizen/bemerkungen/application summary/bemerkung/kommentar/remarques/"
        "commentaires/notas/comentarios/observaciones/opmerkingen/notities/anteckningar/noter/notater/uwagi"
    ),
    "status": (
        "status name/status/application status/stage/list name/list/state/current stage/phase/statut/estado/stato"
    ),
    "status_on": "status date/rejected at/rejected on/date rejected/rejection date/outcome date",
    "id": "id/uid/application id/job id",
    "tags": "tags/labels/tag",
    # What only the program it comes from can use, and what is too personal to carry about.
    f"{LEFT_OUT}*": (
        "index/board id/board name/list id/company id/color/colour/created at/created/updated at/last moved at/creator user/"
        "html description/description/job description/root domain/company domain/company logo/logo/user id/archived/"
        "date archived/resume name/resume/cover letter name/used cover letter/question and answers/questions and answers/"
        "excitement"
    ),
}
FIELDS = tuple(field.rstrip("*") for field in _NAMES)
"""What a column can be taken for."""

_SEVERAL = frozenset(field.rstrip("*") for field in _NAMES if field.endswith("*"))
_NAMED = {field.rstrip("*"): tuple(names.split("/")) for field, names in _NAMES.items()}

# A column of its own for each round: "1st round", "Technical Interview", "Phone Screen Date", "Interview 2".
_ROUND = re.compile(
    r"(?:(?:first|second|third|fourth|fifth|final|last|initial|\d(?:st|nd|rd|th)?) )*"
    r"(?:(?:phone|telephone|tele|video|on ?site|in person|virtual|hr|recruiter|tech(?:nical)?|coding|culture|cultural fit|panel"
    r"|team|manager|hiring manager|case|behaviou?ral|online|take home|system design) )*"
    r"(?:interview|screen|screening|round|call|onsite|on site)(?: (?:\d|one|two|three|four|i{1,3}))?(?: (?:date|on|at))?"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_WORD = re.compile(r"[^\w]+|_")
_LEAST_KNOWN = 2


@lru_cache(maxsize=1_000)
def plain(name: str) -> str:
    """A column's name as it is compared: "companyName", "Company_Name" and "COMPANY NAME:" are one."""
    spaced = _CAMEL.sub(" ", name)
    letters = normalize("NFD", spaced.casefold()).translate(_WITHOUT_STROKES)
    return " ".join(_NO_WORD.sub(" ", "".join(each for each in letters if not combining(each))).split())


_WITHOUT_STROKES = {ord("ø"): "o", ord("ł"): "l", ord("æ"): "ae"}


def known(cells: Sequence[str], corrections: Mapping[str, str] | None = None) -> int:
    """How many of the cells are names of columns that this program, or the person, knows."""
    theirs = {plain(name) for name in corrections or {}}
    names = {plain(cell) for cell in cells if cell}
    return sum(1 for name in names if name in theirs or name in _EVERY or _is_round(name))


_EVERY = frozenset(name for names in _NAMED.values() for name in names)


def is_header(cells: Sequence[str], corrections: Mapping[str, str]) -> bool:
    """Whether the row names columns: two that are known, among them whose or which job it is, or a person's own."""
    if any(plain(name) in map(plain, cells) for name in corrections):
        return True
    names = {plain(cell) for cell in cells}
    return known(cells) >= _LEAST_KNOWN and bool(names & {*_NAMED["company"], *_NAMED["role"]})


def columns_of(header: Sequence[str], corrections: Mapping[str, str]) -> Columns:
    """What each column is taken for. Raises BadInput for a correction of a column, or to a field, that is not there."""
    fields: dict[int, str] = {}
    names = [plain(name) for name in header]
    for name, field in corrections.items():
        places = [place for place, its in enumerate(names) if its == plain(name)]
        if not places:
            raise BadInput(
                f"The table has no column “{name}”.", f"Its columns are {', '.join(filter(None, header))}.", "map"
            )
        if field not in FIELDS:
            raise BadInput(f"A column can't be taken for “{field}”.", f"It can be {', '.join(FIELDS)}.", "map")
        fields |= dict.fromkeys(places, field)
    for field, known_names in _NAMED.items():
        free = [place for place in range(len(names)) if place not in fields]
        fitting = sorted(
            (place for place in free if names[place] in known_names), key=lambda place: known_names.index(names[place])
        )
        if field == "starts_at":
            fitting += [place for place in free if place not in fitting and _is_round(names[place])]
        if field in _SEVERAL:
            fields |= dict.fromkeys(fitting, field)
        elif field not in fields.values():
            fields |= dict.fromkeys(fitting[:1], field)
    kept = {place: KEPT for place, name in enumerate(names) if name and place not in fields}
    return Columns.of(header, kept | _with_a_start(fields, names))


def _is_round(name: str) -> bool:
    return name not in _EVERY and _ROUND.fullmatch(name) is not None


def _with_a_start(fields: dict[int, str], names: Sequence[str]) -> dict[int, str]:
    """Of a table without interview dates by name: a time has its day in the column "Date", or else holds it too."""
    times = [place for place, field in fields.items() if field == "time"]
    if "starts_at" in fields.values() or not times:
        return fields
    days = [place for place, name in enumerate(names) if name in _DAYS and place not in fields]
    return fields | dict.fromkeys(days[:1] or times, "starts_at")


_DAYS = frozenset({"date", "day", "datum", "tag", "jour", "fecha", "data", "dia", "giorno", "dato"})
