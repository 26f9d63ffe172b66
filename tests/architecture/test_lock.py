"""The lock names every package with its hash, and no place on the network: a mirror serves as well as the registry."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / ".ci" / "constraints.txt").read_text()
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())


def pinned() -> dict[str, str]:
    """The version of each package in the lock."""
    found = re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", LOCK, re.MULTILINE)
    return dict(found)


def wanted() -> list[Requirement]:
    groups = PROJECT["dependency-groups"].values()
    named = [*PROJECT["project"]["dependencies"], *(one for group in groups for one in group if isinstance(one, str))]
    return [Requirement(one) for one in named]


def test_each_package_has_its_version_and_a_hash() -> None:
    entries = re.split(r"\n(?=\S)", "\n".join(line for line in LOCK.splitlines() if not line.startswith("#")))
    assert len(entries) == len(pinned())
    assert [entry for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry)] == []


@pytest.mark.parametrize("sign", ["://", "--index", "--find-links", "--trusted-host", " @ ", "git+"])
def test_no_address_is_named(sign: str) -> None:
    assert sign not in LOCK


@pytest.mark.parametrize("one", wanted(), ids=str)
def test_what_the_project_needs_is_in_it_in_a_version_it_takes(one: Requirement) -> None:
    assert one.specifier.contains(pinned()[one.name])
