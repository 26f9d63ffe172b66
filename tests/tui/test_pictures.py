"""The pictures show the program as it is."""

import pytest

from tests.tui.pictures import FOLDER, PICTURES, Picture, drawn, path_of


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_is_up_to_date(picture: Picture) -> None:
    kept = path_of(picture).read_text(encoding="utf-8")
    assert kept == await drawn(picture), "draw them anew with: python -m tests.tui.pictures"


def test_there_is_no_picture_that_nothing_draws() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {path_of(picture).name for picture in PICTURES}
