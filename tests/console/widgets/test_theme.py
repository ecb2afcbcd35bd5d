"""Every ink can be read on every ground it is used on, and no class of margin is told by its colour alone."""

import pytest
from PyQt5.QtGui import QRawFont

from algorithms.margins.model import MarginClass
from console import resources
from console.widgets import theme
from console.widgets.scale import Scale

SCALE = Scale.of(1920, 1080, 96.0)


@pytest.mark.parametrize(("ink", "ground", "number"), theme.PAIRINGS, ids=lambda v: v.name() if hasattr(v, "name") else str(v))
def test_text_reaches_4_5_and_numbers_7(ink, ground, number):
    assert theme.contrast(ink, ground) >= (7.0 if number else 4.5)


def test_contrast_is_that_of_wcag():
    assert theme.contrast(theme.QColor("white"), theme.QColor("black")) == pytest.approx(21.0)
    assert theme.contrast(theme.QColor("#777777"), theme.QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_each_margin_class_has_a_glyph_and_a_word_of_its_own():
    assert set(theme.MARKS) == set(MarginClass)
    assert len({mark.glyph for mark in theme.MARKS.values()}) == len({mark.word for mark in theme.MARKS.values()}) == len(MarginClass)


def test_the_font_has_every_glyph_that_the_screens_use(qapp):
    theme.load_fonts()
    font = QRawFont.fromFont(theme.font(SCALE, 20))
    assert font.familyName() == theme.FAMILY
    wanted = "◆◐○●✓?–—·×−≥≤…’éäöüñåøßçœæ" + "".join(mark.glyph for mark in theme.MARKS.values())
    assert [c for c in wanted if not font.supportsCharacter(c)] == []


def test_every_icon_draws_something_in_the_ink_it_is_given(qapp):
    names = sorted(path.stem for path in (resources.assets() / "icons").glob("*.svg"))
    assert {"live", "residual", "specimen", "petct", "microwave", "margins", "cohort", "worklist", "settings", "lock", "user"} <= set(names)
    for name in names:
        image = theme.pixmap(name, theme.FOCUS, 48).toImage()
        inks = {image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255}
        assert theme.FOCUS.name() in inks, name


def test_the_style_sheet_parses_at_every_size(qtbot, qapp):
    for width, height in ((1366, 768), (1920, 1080), (3840, 2160)):
        sheet = theme.stylesheet(Scale.of(width, height, 96.0))
        assert sheet.count("{") == sheet.count("}")
        qapp.setStyleSheet(sheet)
    qapp.setStyleSheet("")
