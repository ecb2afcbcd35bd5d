"""Plots say the same in black and white: each arm has a dash, a mark and its name; and files are whole, with words as shapes or with our font."""

import pytest
from PyQt5.QtCore import QByteArray, QRectF
from PyQt5.QtGui import QImage, QPainter
from PyQt5.QtSvg import QSvgRenderer

from console.exports.figures import FigureFormat, figure_bytes
from console.widgets import theme
from console.widgets.plot_view import paint_figure
from console.widgets.plots import DASHES, MARKS, linear, paper_look, ratio_axis, screen_look
from console.widgets.plots_boxes import Box, BoxFigure
from console.widgets.plots_curves import Curve, CurveFigure, FunnelFigure, FunnelPoint
from console.widgets.plots_dots import Dot, DotFigure
from console.widgets.plots_survival import Arm, SurvivalFigure

ARM = Arm("ICG", ((10.0, 0.9, 0.8, 0.95), (20.0, 0.8, 0.7, 0.9)), ((0.0, 20), (12.0, 9)), 24.0)
FIGURES = {
    "survival": SurvivalFigure((ARM, Arm("wire", (), ((0.0, 5),), 10.0)), "Months", "", "p 0.5"),
    "boxes": BoxFigure((Box("ICG", 0.3, 1.0, 2.4, 3.0, 9.0, 12),), "cm"),
    "dots": DotFigure((Dot("ER", heading=True), Dot("positive", "0.5", 0.5, 0.2, 1.4), Dot("none", "not defined")), "Odds ratio"),
    "shares": DotFigure((Dot("a", "", 0.1, other=-0.2),), "Difference", ratio=False, least=-0.3, most=0.3),
    "curves": CurveFigure((Curve("ROC", ((0, 0), (1, 1))), Curve("points", ((0.2, 0.3),), marks=True, series=1)), "x", "y", ((0.5, "limit"),), True),
    "funnel": FunnelFigure(
        (FunnelPoint("A", 30, 0.2, True), FunnelPoint("B", 60, 0.1, False)), 0.15, ((2, 0, 1), (70, 0.1, 0.2)), ((2, 0, 1), (70, 0, 0.3)), "Rate"
    ),
}  # fmt: skip
EMPTY = (SurvivalFigure((), "", ""), BoxFigure((), ""), DotFigure((), ""), CurveFigure((), "", ""), FunnelFigure((), 0.1, (), (), ""))


def painted(figure, look):
    image = QImage(640, 400, QImage.Format_RGB32)
    image.fill(look.ground)
    painter = QPainter(image)
    paint_figure(painter, QRectF(image.rect()), figure, look)
    painter.end()
    return image


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("look", [screen_look(0.7), paper_look(0.7), paper_look(0.7, outlined=True)], ids=["screen", "paper", "outlined"])
def test_every_figure_is_drawn(qapp, name, look):
    theme.load_fonts()
    image = painted(FIGURES[name], look)
    colours = {image.pixel(x, y) for x in range(0, 640, 3) for y in range(0, 400, 3)}
    assert len(colours) > 5


@pytest.mark.parametrize("figure", EMPTY, ids=lambda figure: type(figure).__name__)
def test_an_empty_figure_says_so(qapp, figure):
    theme.load_fonts()
    assert painted(figure, screen_look(1.0)) != painted(FIGURES["boxes"], screen_look(1.0))


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_becomes_a_whole_file(qapp, name):
    svg = figure_bytes(FIGURES[name], "Title", "12 cases", FigureFormat.SVG)
    renderer = QSvgRenderer()
    assert renderer.load(QByteArray(svg))
    assert b"<text" not in svg  # a reader without our font sees the same
    pdf = figure_bytes(FIGURES[name], "Title", "12 cases", FigureFormat.PDF)
    assert pdf.startswith(b"%PDF")
    assert pdf.rstrip().endswith(b"%%EOF")


def test_arms_differ_without_their_colours():
    assert len(set(DASHES)) == len(DASHES) >= 4
    assert len(set(MARKS)) == len(MARKS) >= 4


@pytest.mark.parametrize("look", [screen_look(1.0), paper_look(1.0)], ids=["screen", "paper"])
def test_inks_can_be_read_and_neighbours_told_apart_in_grey(look):
    for ink in (*look.series, look.ink):
        assert theme.contrast(ink, look.ground) >= 3.0
    assert theme.contrast(look.quiet, look.ground) >= 4.5


@pytest.mark.parametrize(("low", "high"), [(0, 1), (0, 0), (-3, 7), (0.02, 0.03), (1e-6, 2e6), (5, 4)])
def test_an_axis_holds_its_ends_with_few_round_ticks(low, high):
    axis = linear(low, high)
    assert axis.low <= low
    assert axis.high >= high
    assert 2 <= len(axis.ticks) <= 9
    assert len({words for _, words in axis.ticks}) == len(axis.ticks)


def test_an_axis_of_ratios_always_holds_one():
    for low, high in ((0.3, 0.4), (3, 9), (1e-9, 1e9)):
        axis = ratio_axis(low, high)
        assert axis.low < 1 < axis.high
        assert any(value == 1 for value, _ in axis.ticks)
