"""The private names of Textual on which the guards stand: a release that lost one fails here, by name."""

import inspect

import pytest
from textual import constants
from textual._compositor import Compositor
from textual._parser import Parser
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers import _writer_thread, linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.widget import Widget


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (_writer_thread, "MAX_QUEUED_WRITES"),
        (linux_driver, "WriterThread"),
        (LinuxDriver, "_sigcont_application"),
        (LinuxDriver, "_run_input_thread"),
        (LinuxDriver, "_enable_mouse_support"),
        (LinuxDriver, "_disable_mouse_support"),
        (Driver, "SignalResume"),
        (App, "_handle_exception"),
        (App, "_fatal_error"),
        (App, "_close_messages_no_wait"),
        (App, "_display"),
        (Compositor, "_get_renders"),
        (Compositor, "visible_widgets"),
        (App, "_background_screens"),
        (Compositor, "render_update"),
        (Screen, "_compositor_refresh"),
        (Screen, "_refresh_layout"),
        (Widget, "_scroll_update"),
    ],
)
def test_it_is_there(where: object, name: str) -> None:
    assert hasattr(where, name)


@pytest.mark.parametrize(
    ("function", "text"),
    [
        # read when the thread is made, so that setting it has an effect
        (_writer_thread.WriterThread.__init__, "Queue(MAX_QUEUED_WRITES)"),
        # which is what screens replace, and which goes by what the method here gives out
        (Screen.__init__, "self._compositor = Compositor()"),
        (Compositor._render_chops, "self._get_renders(crop)"),
        (Driver.__init__, "self._mouse ="),
        (Driver.__init__, "self._loop ="),
        (Driver.__init__, "self._app ="),
        (LinuxDriver.__init__, "self.attrs_before"),
        (LinuxDriver.__init__, "self.exit_event"),
        (LinuxDriver.__init__, "self.fileno ="),
        (LinuxDriver.start_application_mode, "WriterThread(self._file)"),
        (LinuxDriver.start_application_mode, "target=self._run_input_thread"),
        (LinuxDriver.stop_application_mode, "self.disable_input()"),
        (LinuxDriver.disable_input, "self.exit_event.set()"),
        (Parser.__init__, "self._timeout_time"),
        (XTermParser.parse, "constants.ESCAPE_DELAY"),
        (App._handle_exception, "self._fatal_error()"),
        (App._handle_exception, "self._return_code = 1"),
        # a paint that is put off because all will be painted is made up for there
        (Screen._on_timer_update, "self._dirty_widgets.add(self)\n                self._repaint_required = False"),
        (Screen._on_timer_update, "self._compositor_refresh()"),
        (Screen.refresh, "self._repaint_required = True"),
        (Screen._on_screen_resume, "if event.refresh_styles:"),
        (ScrollView._size_updated, "self._scroll_update("),
        # what is left to do when a screen is gone, and all that is done with its place in the layout
        (App._prune, "parent.refresh(layout=True)"),
        (Widget._on_focus, "self.has_focus = True\n        self.refresh()"),
        (Widget._on_blur, "self.has_focus = False\n        self.refresh()"),
        (ScrollBar._render_bar, "self.renderer("),
    ],
)
def test_it_is_used_as_the_guards_suppose(function: object, text: str) -> None:
    assert callable(function)
    assert text in inspect.getsource(function)


def test_the_environment_is_read_under_these_names() -> None:
    source = inspect.getsource(constants)
    for name in ("ESCDELAY", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_SMOOTH_SCROLL", "TEXTUAL_DISABLE_KITTY_KEY"):
        assert f'"{name}"' in source
