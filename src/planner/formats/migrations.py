"""The steps from each older form of the data file to the next."""

from collections.abc import Callable, Mapping
from typing import Any

from planner.domain.errors import BadInput

SCHEMA = 1
"""The form this program writes."""

Content = dict[str, Any]

MIGRATIONS: Mapping[int, Callable[[Content], Content]] = {}
"""For each older form, what makes the next one of it: pure, and leaving what it is given as it is."""


class NewerForm(BadInput):
    """A newer planner wrote it: nothing is wrong with it, and nobody here may touch it."""


def migrate(
    content: Content,
    migrations: Mapping[int, Callable[[Content], Content]] = MIGRATIONS,
    schema: int = SCHEMA,
) -> Content:
    """The content of a data file in today's form. Raises NewerForm when it is of a newer one, BadInput when of none."""
    found = content.get("schema")
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise BadInput("It does not say which form it is of.", "", "schema")
    if found > schema:
        hint = "Update planner."
        raise NewerForm(f"A newer planner wrote it (form {found}; this one knows {schema}).", hint, "schema")
    for version in range(found, schema):
        content = migrations[version](content) | {"schema": version + 1}
    return content
