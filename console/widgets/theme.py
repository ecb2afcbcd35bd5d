"""The one place for colour and type: the palette, the font, the style sheet and the marks by which a margin is told without its colour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PyQt5.QtCore import QByteArray, QRectF, Qt
from PyQt5.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap
from PyQt5.QtSvg import QSvgRenderer
from PyQt5.QtWidgets import QWidget

from algorithms.margins.model import MarginClass
from console import resources
from console.widgets.scale import Scale

FAMILY = "Rimlight Inter"
LEAST_TEXT_PX = 11  # smaller than this nobody reads, however small the window

GROUND, BAR, CARD, LINE = QColor("#0d1117"), QColor("#11161d"), QColor("#151b23"), QColor("#232b35")
KEY, KEY_LINE, DOWN = QColor("#1d2530"), QColor("#313b46"), QColor("#2c3744")
TEXT, QUIET, FAINT = QColor("#e9eef3"), QColor("#9aa7b4"), QColor("#8b97a3")
PRIMARY, PRIMARY_LINE, FOCUS = QColor("#0f6fb5"), QColor("#2d9be6"), QColor("#4cc3ff")
CONFIRM, CONFIRM_LINE = QColor("#17805a"), QColor("#3fc795")
POSITIVE, POSITIVE_GROUND = QColor("#ff6a5c"), QColor("#3b1a19")
CLOSE, CLOSE_GROUND = QColor("#ffb938"), QColor("#33270f")
CLEAR, CLEAR_GROUND = QColor("#5cc8ff"), QColor("#10283a")
GOOD = QColor("#45d299")
CHOSEN, CHOSEN_TEXT = QColor("#e9eef3"), QColor("#0d1117")
ON_FILL, WARNED = QColor("#ffffff"), QColor("#ffb0a8")

TONES: dict[str, QColor] = {
    "text": TEXT, "quiet": QUIET, "faint": FAINT, "focus": FOCUS, "good": GOOD, "positive": POSITIVE, "close": CLOSE, "clear": CLEAR,
}  # fmt: skip

# Everything that is ever written on something else: (ink, ground, is it a number that decides?). The tests hold each to its contrast.
PAIRINGS: tuple[tuple[QColor, QColor, bool], ...] = (
    *((ink, ground, number) for ground in (GROUND, BAR, CARD, KEY) for ink, number in ((TEXT, True), (QUIET, False), (FAINT, False))),
    *((ink, ground, False) for ground in (GROUND, BAR, CARD) for ink in (FOCUS, GOOD, POSITIVE, CLOSE, CLEAR)),
    (TEXT, DOWN, True), (WARNED, KEY, False), (WARNED, DOWN, False), (ON_FILL, PRIMARY, False), (ON_FILL, CONFIRM, False),
    (CHOSEN_TEXT, CHOSEN, True),
    (TEXT, POSITIVE_GROUND, True), (TEXT, CLOSE_GROUND, True), (TEXT, CLEAR_GROUND, True),
    (POSITIVE, POSITIVE_GROUND, False), (CLOSE, CLOSE_GROUND, True), (CLEAR, CLEAR_GROUND, True),
    (QUIET, POSITIVE_GROUND, False), (QUIET, CLOSE_GROUND, False), (QUIET, CLEAR_GROUND, False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """How a margin's class looks: a glyph and a word beside the colour, never the colour alone."""

    glyph: str
    word: str
    ink: QColor
    ground: QColor
    line: QColor
    tone: str


MARKS: dict[MarginClass, Mark] = {
    MarginClass.POSITIVE: Mark("◆", "positive", POSITIVE, POSITIVE_GROUND, POSITIVE, "positive"),
    MarginClass.CLOSE: Mark("◐", "close", CLOSE, CLOSE_GROUND, CLOSE, "close"),
    MarginClass.NEGATIVE: Mark("○", "clear", CLEAR, CLEAR_GROUND, QColor("#3585b5"), "clear"),
    MarginClass.INDETERMINATE: Mark("?", "indeterminate", TEXT, CARD, KEY_LINE, "text"),
    MarginClass.UNKNOWN: Mark("–", "not assessed", QUIET, BAR, LINE, "quiet"),
}


def contrast(ink: QColor, ground: QColor) -> float:
    """WCAG 2 contrast ratio of two opaque colours, 1 to 21."""
    high, low = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (colour.redF(), colour.greenF(), colour.blueF())]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def load_fonts() -> None:
    """Make the console's own font known to Qt; call once, after the application exists."""
    if FAMILY in QFontDatabase().families():
        return
    for path in sorted((resources.assets() / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


def font(scale: Scale, size: float, weight: int = QFont.Normal) -> QFont:
    """The console's font at `size` design pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(max(LEAST_TEXT_PX, scale.px(size)))
    made.setWeight(weight)
    made.setHintingPreference(QFont.PreferNoHinting)
    return made


def mark(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet selects by, and have it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    style = widget.style()
    if style is not None:
        style.unpolish(widget)
        style.polish(widget)
    widget.update()


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    drawing = (resources.assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, colour: QColor, size: int) -> QPixmap:
    """The line icon `name`, tinted, `size` window pixels square, sharp on dense screens."""
    screen = QGuiApplication.primaryScreen()
    return _drawn(name, colour.name(), size, screen.devicePixelRatio() if screen else 1.0)


def icon(name: str, colour: QColor, size: int) -> QIcon:
    """As `pixmap`, for a button: fainter where it is disabled, dark where it is checked."""
    made = QIcon()
    for mode, state, ink in ((QIcon.Normal, QIcon.Off, colour), (QIcon.Normal, QIcon.On, CHOSEN_TEXT), (QIcon.Disabled, QIcon.Off, FAINT)):
        made.addPixmap(pixmap(name, ink, size), mode, state)
    return made


def stylesheet(scale: Scale) -> str:
    """The whole console's style sheet: colours, lines and corners. Type is set in code: Qt's sheets lack half of the weights."""
    radius, small = scale.px(16), scale.px(10)
    tones = "\n".join(f'QLabel[tone="{name}"] {{ color: {colour.name()}; }}' for name, colour in TONES.items())
    return f"""
* {{ outline: none; }}
QWidget {{ color: {TEXT.name()}; background: transparent; }}
QMainWindow, QWidget[surface="ground"] {{ background: {GROUND.name()}; }}
QWidget[surface="bar"] {{ background: {BAR.name()}; }}
QFrame[edge="bottom"] {{ border: 0; border-bottom: 1px solid {LINE.name()}; }}
QFrame[edge="top"] {{ border: 0; border-top: 1px solid {LINE.name()}; }}
QFrame[edge="right"] {{ border: 0; border-right: 1px solid {LINE.name()}; }}
QFrame[role="card"] {{ background: {CARD.name()}; border: 1px solid {LINE.name()}; border-radius: {radius}px; }}
QFrame[role="card"][tone="positive"] {{ background: {POSITIVE_GROUND.name()}; border-color: {POSITIVE.name()}; }}
QFrame[role="card"][tone="close"] {{ background: {CLOSE_GROUND.name()}; border-color: {CLOSE.name()}; }}
QFrame[role="card"][tone="clear"] {{ background: {CLEAR_GROUND.name()}; border-color: {CLEAR.name()}; }}
QFrame[role="card"][tone="chosen"] {{ border-color: {FOCUS.name()}; }}
QFrame[role="field"] {{ background: {BAR.name()}; border: 2px solid {LINE.name()}; border-radius: {small}px; }}
QFrame[role="field"][active="true"] {{ border-color: {FOCUS.name()}; }}
QFrame[role="field"][wrong="true"] {{ border-color: {CLOSE.name()}; }}
QFrame[role="chip"] {{ border: 1px solid {KEY_LINE.name()}; border-radius: {scale.px(8)}px; }}
QFrame[role="chip"][edge="dashed"] {{ border-style: dashed; border-color: #4a5561; }}
QFrame[role="chip"][tone="close"] {{ border-color: {CLOSE.name()}; background: {CLOSE_GROUND.name()}; }}
QFrame[role="pill"] {{ background: {KEY.name()}; border-radius: {scale.px(17)}px; }}
QLineEdit {{ background: transparent; border: 0; padding: 0; color: {TEXT.name()};
             selection-background-color: {PRIMARY.name()}; selection-color: {ON_FILL.name()}; }}
{tones}
QPushButton {{ background: {KEY.name()}; color: {TEXT.name()}; border: 1px solid {KEY_LINE.name()};
               border-radius: {scale.px(14)}px; padding: 0 {scale.px(18)}px; }}
QPushButton:pressed {{ background: {DOWN.name()}; }}
QPushButton[role="primary"] {{ background: {PRIMARY.name()}; color: {ON_FILL.name()}; border-color: {PRIMARY_LINE.name()}; }}
QPushButton[role="primary"]:pressed {{ background: #0b5a94; }}
QPushButton[role="confirm"] {{ background: {CONFIRM.name()}; color: {ON_FILL.name()}; border-color: {CONFIRM_LINE.name()}; }}
QPushButton[role="confirm"]:pressed {{ background: #116547; }}
QPushButton[role="danger"] {{ border-color: {POSITIVE.name()}; color: {WARNED.name()}; }}
QPushButton[role="key"] {{ padding: 0; border-color: {LINE.name()}; }}
QPushButton[role="quiet"] {{ background: transparent; color: {QUIET.name()}; border-color: {KEY_LINE.name()}; }}
QPushButton[role="chip"] {{ background: transparent; color: {TEXT.name()}; border-radius: {scale.px(8)}px;
                           margin: {max(0, (scale.finger - scale.px(46)) // 2)}px 0; padding: 0 {scale.px(12)}px; }}
QPushButton[role="bare"] {{ background: transparent; border: 0; padding: 0; }}
QPushButton:checked {{ background: {CHOSEN.name()}; color: {CHOSEN_TEXT.name()}; border-color: {CHOSEN.name()}; }}
QPushButton:disabled {{ background: {BAR.name()}; color: {FAINT.name()}; border: 1px dashed {KEY_LINE.name()}; }}
QPushButton:focus {{ border-color: {FOCUS.name()}; }}
"""
