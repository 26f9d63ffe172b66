"""Any interview that may be stored, for property tests."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from planner.domain import log
from planner.domain.interview import Flexibility, Interview, Mode, Part, Person, Received
from planner.domain.log import Channel, Days, Entry

ZONES = ["America/New_York", "Europe/Berlin", "Pacific/Apia", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"]
# About these instants some of those zones set their clocks back, so that an hour or half an hour is repeated.
SET_BACK = ["2026-11-01T06:00", "2026-10-25T01:00", "2011-04-02T14:00", "2026-04-04T15:00"]

_time = datetime.fromisoformat
_UNSAFE = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_safe = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=_UNSAFE)


def texts(longest: int = 30, alphabet: st.SearchStrategy[str] = _safe) -> st.SearchStrategy[str]:
    return st.text(alphabet, max_size=longest).map(str.strip)


names = texts().filter(bool)
many_lines = texts(60, _safe | st.just("\n"))
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(_time("1900-01-01"), _time("2199-12-31"), timezones=offsets)
starts = st.datetimes(_time("1900-01-02"), _time("2199-12-30")) | st.builds(
    lambda instant, minutes: instant + timedelta(minutes=minutes),
    st.sampled_from(SET_BACK).map(_time),
    st.integers(-90, 90),
)


def _entries(kind: type[Entry], **fields: st.SearchStrategy[object]) -> st.SearchStrategy[Entry]:
    return st.builds(kind, at=instants, words=many_lines, **fields)


_days = st.lists(days, min_size=2, max_size=2).map(sorted).map(lambda two: Days(*two)) | days.map(Days.one)
entries = st.one_of(
    _entries(log.Thanked, to=texts(), channel=st.sampled_from([Channel.EMAIL, Channel.CARD, Channel.OTHER])),
    _entries(
        log.FollowedUp,
        channel=st.sampled_from([Channel.EMAIL, Channel.CALL, Channel.OTHER]),
        anyway=st.booleans(),
    ),
    _entries(log.ToldDecision, days=st.none() | _days),
    _entries(log.ToldCallBack, days=_days),
    _entries(log.ToldNotToContact),
    _entries(log.ToldNoThanks),
    _entries(log.ToldOnHold),
    _entries(log.ToldObstacle, what=st.sampled_from(log.Obstacle)),
    _entries(log.Heard),
    _entries(log.Outcome, what=st.sampled_from(log.Result)),
    _entries(log.Cancelled),
    _entries(log.DidNotTakePlace),
    _entries(log.Rescheduled, was=instants),
    _entries(log.Note),
)


@st.composite
def logs(draw: st.DrawFn) -> tuple[Entry, ...]:
    found = draw(st.lists(entries, max_size=4))
    ids = draw(st.lists(st.integers(1), min_size=len(found), max_size=len(found), unique=True))
    return tuple(replace(entry, id=id_) for entry, id_ in zip(found, ids, strict=True))


people = st.builds(
    Person,
    name=names,
    part=st.sampled_from(Part),
    main=st.booleans(),
    email=texts(),
    phone=texts(),
    postal_address=texts(),
)


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    zone = draw(st.sampled_from(ZONES))
    return Interview(
        uid=draw(names),
        company=draw(names),
        role=draw(names),
        starts_at=draw(starts).replace(tzinfo=UTC).astimezone(ZoneInfo(zone)),
        time_zone=zone,
        id=draw(st.integers(0)),
        rev=draw(st.integers(0)),
        received=draw(st.none() | st.builds(Received, st.integers(0), st.none() | instants, texts())),
        round=draw(st.integers(1, 99)),
        minutes=draw(st.integers(1, 7 * 24 * 60)),
        industry=draw(texts()),
        mode=draw(st.none() | st.sampled_from(Mode)),
        location=draw(texts()),
        no_postal_address=draw(st.booleans()),
        people=tuple(draw(st.lists(people, max_size=3))),
        flexibility=Flexibility(draw(texts()), draw(texts())),
        own_offer_deadline=draw(st.none() | days),
        notes=draw(many_lines),
        tags=tuple(draw(st.lists(names, max_size=3))),
        log=draw(logs()),
    )
