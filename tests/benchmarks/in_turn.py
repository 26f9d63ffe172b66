"""Runs that are to be compared, one after the other in turn, so that a change of the machine's speed meets them all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Sample = Mapping[str, float]
"""What one run came to, by name."""

Run = Callable[[], Sample]


@dataclass(frozen=True, slots=True)
class Runs:
    """The samples of each contestant, round by round."""

    samples: Mapping[str, Sequence[Sample]]

    def of(self, who: str, name: str) -> list[float]:
        return [sample[name] for sample in self.samples[who]]

    def median(self, who: str, name: str) -> float:
        return median(self.of(who, name))

    def ratio(self, who: str, name: str, to: str, to_name: str = "") -> float:
        """The median of the ratios round by round, which is steadier than the ratio of the medians."""
        return ratio(self.of(who, name), self.of(to, to_name or name))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    return median(mine / other for mine, other in zip(ours, theirs, strict=True))


def in_turn(contestants: Mapping[str, Run], rounds: int, warm_up: int = 1) -> Runs:
    """Each contestant once a round, each time another first; the rounds to warm up are not counted."""
    names = list(contestants)
    samples: dict[str, list[Sample]] = {name: [] for name in names}
    for number in range(-warm_up, rounds):
        first = number % len(names)
        for name in (*names[first:], *names[:first]):
            sample = contestants[name]()
            if number >= 0:
                samples[name].append(sample)
    return Runs(samples)
