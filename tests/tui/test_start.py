"""The start of the screen: what is put off for it is taken up again."""

import gc

from tests.tui.seat import seated


async def test_the_collector_works_again_once_the_board_stands() -> None:
    gc.disable()
    try:
        async with seated():
            assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
