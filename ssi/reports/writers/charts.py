"""The heat chart of a national report, shelters × areas, by matplotlib: colour, and the number in every cell.

The only file that knows matplotlib; never pyplot, which keeps global state, and never before such a chart is asked for,
because importing it takes more than half a second. Text stays text (`svg.fonttype` none), so that the browser shapes
Khmer and a screen reader finds it. The colours go from light to dark in one hue: the order survives a black printer and
every kind of colour blindness. matplotlib 3.11 is the first that measures Khmer, Lao, Burmese and Thai rightly.
"""

import re
import warnings
from fractions import Fraction
from io import StringIO

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ssi.document import Chart
from ssi.words import Words

CELL_WIDE, CELL_HIGH = 0.62, 0.36  # inches
EDGE_LEFT, EDGE_TOP, EDGE = 0.9, 0.4, 0.06
SANDS = ("#fbf3e2", "#cfdccb", "#7fb0a6", "#3b7f7b", "#14474a")
DARK_FROM = 58  # percent: from here on the number in the cell is white
INK, EDGES = "#2b2722", "#b9b0a3"
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


def heat(chart: Chart, words: Words) -> str:
    """The chart as one `<svg>` element to be set into a page; the same chart gives the same text."""
    wide = EDGE_LEFT + CELL_WIDE * len(chart.columns) + EDGE
    high = EDGE_TOP + CELL_HIGH * len(chart.rows) + EDGE
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "ssi", "font.size": 9}), warnings.catch_warnings():
        # The browser draws the letters; that this machine lacks a font for them is no matter.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure = Figure(figsize=(wide, high))
        axes = figure.add_axes(
            (EDGE_LEFT / wide, EDGE / high, 1 - (EDGE_LEFT + EDGE) / wide, 1 - (EDGE_TOP + EDGE) / high)
        )
        _draw(axes, chart, words)
        out = StringIO()
        figure.savefig(out, format="svg", metadata=_NO_METADATA, transparent=True)
    return _element(out.getvalue())


def _draw(axes: Axes, chart: Chart, words: Words) -> None:
    colours = LinearSegmentedColormap.from_list("sand", SANDS)
    for y, (_, values) in enumerate(chart.rows):
        for x, value in enumerate(values):
            _cell(axes, x, y, value, words, colours)
    axes.set_xlim(0, len(chart.columns))
    axes.set_ylim(len(chart.rows), 0)
    axes.set_xticks([x + 0.5 for x in range(len(chart.columns))], chart.columns)
    axes.set_yticks([y + 0.5 for y in range(len(chart.rows))], [code for code, _ in chart.rows])
    axes.xaxis.tick_top()
    axes.tick_params(length=0, colors="black", labelsize=10)  # black is written as no colour: the page's own ink
    for spine in axes.spines.values():
        spine.set_visible(False)


def _cell(axes: Axes, x: int, y: int, value: Fraction | None, words: Words, colours: LinearSegmentedColormap) -> None:
    face = "none" if value is None else colours(float(value) / 100)
    axes.add_patch(
        Rectangle((x + 0.03, y + 0.06), 0.94, 0.88, facecolor=face, edgecolor=EDGES, linewidth=0.5,
                  hatch="///" if value is None else None)
    )  # fmt: skip
    ink = "black" if value is None else "#ffffff" if value >= DARK_FROM else INK
    axes.text(x + 0.5, y + 0.5, words.number(value), ha="center", va="center", color=ink)


def _element(svg: str) -> str:
    """Only the element: without the prolog, and without the style sheet, which would reach into the whole page."""
    body = svg[svg.index("<svg") :]
    return re.sub(r"\s*<style.*?</style>", "", body, flags=re.DOTALL)
