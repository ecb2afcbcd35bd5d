"""Where things lie on the drawings: to scale, and with medial on the right side."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PyQt5.QtCore import QRectF
from PyQt5.QtGui import QColor, QImage, QPainter

from algorithms.faces import Face
from algorithms.margins.judgement import judge
from algorithms.margins.model import FaceEvidence, MarginClass
from algorithms.margins.rules import rule_set
from algorithms.specimen.measurement import Length
from console.cases.model import Side
from console.widgets import theme
from console.widgets.face_diagram import marked, outlines, paint_faces, shown
from console.widgets.specimen_diagram import PAPER, SpecimenDrawing, SpecimenPainter, lay_out

ROOM = QRectF(0, 0, 400, 500)


def drawing(words: str, side: Side = Side.LEFT) -> SpecimenDrawing:
    return SpecimenDrawing(side, dict(zip(Length, map(Decimal, words.split()), strict=False)))


@pytest.mark.parametrize(("side", "face"), [(Side.LEFT, Face.MEDIAL), (Side.RIGHT, Face.LATERAL)])
def test_seen_from_the_front_a_left_breast_has_medial_at_the_viewers_left(side, face):
    assert SpecimenDrawing(side).left_face is face
    west = min(outlines(ROOM, side, 4).items(), key=lambda item: item[1].boundingRect().left())[0]
    assert west is face


def test_the_mass_lies_towards_its_thin_margin_and_the_other_breast_is_the_mirror():
    numbers = "62 48 14 11 20 25 11 20"
    left, right = (lay_out(drawing(numbers, side), ROOM) for side in Side)
    assert left.mass.center().x() < left.outline.center().x()  # medial is thin, and at the left
    assert left.mass.center().y() < left.outline.center().y()  # superior is thin
    assert right.mass.center().x() - ROOM.center().x() == pytest.approx(ROOM.center().x() - left.mass.center().x())
    assert right.mass.center().y() == left.mass.center().y()


lengths = st.decimals("10", "120", places=1)


@given(lengths, lengths, st.decimals("1", "9", places=1), st.decimals("1", "9", places=1))
def test_to_scale(tall, wide, mass_tall, mass_wide):
    found = lay_out(drawing(f"{tall} {wide} {mass_tall} {mass_wide}"), ROOM)
    assert found.outline.height() / found.per_mm == pytest.approx(float(tall))
    assert found.outline.width() / found.per_mm == pytest.approx(float(wide))
    assert found.mass.height() / found.mass.width() == pytest.approx(float(mass_tall / mass_wide))
    assert ROOM.adjusted(-0.1, -0.1, 0.1, 0.1).contains(found.outline)


@pytest.mark.parametrize("count", range(11))
def test_it_fills_in_as_numbers_come(qapp, count):
    """Every state between empty and full can be drawn, and says only what is known."""
    words = " ".join("62 48 14 11 20 25 11 20 8 6".split()[:count])
    found = lay_out(drawing(words), ROOM)
    assert found.measured is (count >= 2)
    assert (found.mass is not None) is (count >= 3)
    assert painted(drawing(words)) != QColor("#ffffff").rgb()


def painted(what: SpecimenDrawing) -> int:
    """The colour in the middle of the drawing."""
    theme.load_fonts()
    image = QImage(400, 500, QImage.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    SpecimenPainter(painter, PAPER, 0.6).draw(what, ROOM)
    painter.end()
    return image.pixel(200, 240)


@pytest.mark.parametrize("words", ["0.1 500 0.1 500 0 0 0 0", "500 0.1 500 500 500 500 500 500 500 500", "62 48 14 11 200 0 0 300"])
def test_absurd_numbers_draw_too(qapp, words):
    painted(drawing(words))


def test_what_is_written_on_a_face():
    half = FaceEvidence(Face.MEDIAL, Decimal("1.40"))
    assert (shown(None), shown(half), shown(FaceEvidence(Face.MEDIAL, Decimal(2), at_least=True))) == ("–", "1.4 mm", "≥ 2 mm")
    assert marked(MarginClass.CLOSE, half) == "◐ 1.4 mm"
    assert marked(MarginClass.UNKNOWN, half) == "1.4 mm"
    assert marked(MarginClass.POSITIVE, FaceEvidence(Face.MEDIAL, finding="signal")) == "◆ signal"
    assert marked(MarginClass.NEGATIVE, None) == "○ clear"


def test_faces_do_not_overlap():
    shapes = list(outlines(ROOM, Side.LEFT, 6).values())
    for index, one in enumerate(shapes):
        assert not any(one.intersects(other) for other in shapes[index + 1 :])


def test_faces_paint_on_paper_and_screen(qapp):
    theme.load_fonts()
    image = QImage(400, 400, QImage.Format_RGB32)
    for paper in (True, False):
        image.fill(QColor("#808080"))
        painter = QPainter(image)
        paint_faces(painter, QRectF(0, 0, 400, 400), judge([], rule_set("abs-uk")), Side.LEFT, unit=0.8, paper=paper)
        painter.end()
        assert QColor(image.pixel(200, 120)) == (QColor("#ffffff") if paper else theme.MARKS[MarginClass.UNKNOWN].ground)
