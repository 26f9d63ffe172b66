"""What goes into the files of other programs, as files of their own kind."""

from importlib import resources


def text_of(name: str) -> str:
    return (resources.files(__name__) / name).read_text(encoding="utf-8")
