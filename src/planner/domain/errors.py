"""What can go wrong that a person can mend. Each holds a sentence, and a hint that says what to do."""


class PlannerError(Exception):
    """Base of every refusal that is shown to a person; a rule's "no" is a value, not one of these."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class BadInput(PlannerError):
    """Something given (a field, an option, a file, a setting) does not fit; `field` names it where there is one."""

    def __init__(self, sentence: str, hint: str = "", field: str = "") -> None:
        super().__init__(sentence, hint)
        self.field = field


class NotFound(PlannerError):
    """Nothing, or more than one thing, answers to the name given; `candidates` lists those that might."""

    def __init__(self, sentence: str, hint: str = "", candidates: tuple[str, ...] = ()) -> None:
        super().__init__(sentence, hint)
        self.candidates = candidates


class StoreTrouble(PlannerError):
    """The data file could not be read or written; what was there before is untouched."""


class NotConfirmed(PlannerError):
    """What was to be saved is in the file, but the disk did not confirm it: a power cut might still lose it.

    No StoreTrouble: to do it again would do it twice.
    """


class Unreadable(StoreTrouble):
    """The data file is there and holds no data that can be understood; an earlier version may take its place."""


class Busy(StoreTrouble):
    """Another session held the data file's lock for as long as was waited; nothing was changed, a retry may do."""


class Conflict(StoreTrouble):
    """Another session changed the same interview meanwhile; nothing was overwritten."""
