"""How long others waited: averages from surveys, to be cited with their year, and promising nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey's average: days from `first` to `last`, in calendar days or, with `business`, in business days."""

    by: str
    year: str
    measures: str
    first: float
    last: float
    business: bool = False

    @property
    def calendar_days(self) -> float:
        """The middle of it in calendar days, seven to five business days."""
        middle = (self.first + self.last) / 2
        return middle * 7 / 5 if self.business else middle


_TO_OFFER = "from interview to offer"
_WHOLE = "the whole process"
SURVEYS = (
    Survey("NACE", "since 2017", _TO_OFFER, 23.5, 26),
    Survey("NACE, government", "2012", _TO_OFFER, 38, 38, business=True),
    Survey("Glassdoor, US", "2017", _WHOLE, 23.8, 23.8),
    Survey("Glassdoor, government", "2017", _WHOLE, 53.8, 53.8),
    Survey("Glassdoor, restaurants", "2017", _WHOLE, 10.2, 10.2),
)
