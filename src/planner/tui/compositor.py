"""What puts the widgets together on the screen: of each only the rows that are to be painted."""

from collections.abc import Iterator

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class SparingCompositor(Compositor):
    """Textual's own has every widget that meets a change give out all its rows, and lays most of them aside."""

    def _get_renders(self, crop: Region | None = None) -> Iterator[tuple[Region, Region, list[Strip]]]:
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            if crop:
                if not seen.overlaps(crop):
                    continue
                seen = seen.intersection(Region(seen.x, crop.y, seen.width, crop.height))
            if seen:
                yield seen, clip, widget.render_lines(seen.translate(-region.offset))
