"""Whether a screen fits: nothing cut, nothing outside, targets large and far apart. Tests ask, and so does `make screenshots`."""

from __future__ import annotations

from itertools import combinations

from PyQt5.QtCore import QPoint, QRect, Qt
from PyQt5.QtWidgets import QAbstractButton, QLabel, QWidget

from console.widgets.label import ElidedLabel, Label
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

SLACK_PX = 1


def misfits(root: QWidget) -> list[str]:
    """One sentence for each visible label or button of `root` whose words don't fit, or that lies partly outside of its parent."""
    found = [
        f"The window is {root.width()}×{root.height()} and needs {needed.width()}×{needed.height()}."
        for needed in [root.minimumSizeHint()]
        if needed.width() > root.width() or needed.height() > root.height()
    ]
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not isinstance(widget, QLabel | QAbstractButton):
            continue
        if isinstance(widget, QLabel) and not _holds(widget):
            found.append(
                f"«{widget.shown if isinstance(widget, Label) else widget.text()}» does not fit into {widget.width()}×{widget.height()}."
            )
        if isinstance(widget, TouchButton) and (widget.needed_width() > widget.width() + SLACK_PX):
            found.append(f"Button «{widget.shown}» needs {widget.needed_width()}, has {widget.width()}.")
        if _is_outside(widget, root):
            found.append(f"{type(widget).__name__} «{widget.text()}» is cut by what it lies in.")
    return found


def crowded(root: QWidget, scale: Scale) -> list[str]:
    """One sentence for each visible button under 20 mm, and for each two of them that are closer than 3 mm."""
    buttons = [(b, _rect(b, root)) for b in root.findChildren(QAbstractButton) if b.isVisibleTo(root) and not b.visibleRegion().isEmpty()]
    found = [
        f"«{button.text()}» is {rect.width()}×{rect.height()}, under {scale.target}."
        for button, rect in buttons
        if min(rect.width(), rect.height()) < scale.target - SLACK_PX
    ]
    reach = scale.gap - SLACK_PX
    for (one, a), (other, b) in combinations(buttons, 2):
        if a.adjusted(-reach, -reach, reach, reach).intersects(b) and not (one.isAncestorOf(other) or other.isAncestorOf(one)):
            found.append(f"«{one.text()}» and «{other.text()}» are closer than {scale.gap} px.")
    return found


def _holds(label: QLabel) -> bool:
    text = label.shown if isinstance(label, Label) else label.text()
    if not text or (isinstance(label, ElidedLabel) and text.endswith("…")):
        return True
    metrics, area = label.fontMetrics(), label.contentsRect()
    if label.wordWrap():
        words = metrics.boundingRect(QRect(0, 0, area.width(), 100_000), int(Qt.TextWordWrap), text)
    else:
        words = metrics.boundingRect(QRect(0, 0, 100_000, 100_000), 0, text)
    return words.width() <= area.width() + SLACK_PX and words.height() <= area.height() + SLACK_PX


def _is_outside(widget: QWidget, root: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        rect = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        if not parent.rect().adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX).contains(rect):
            return True
        if parent is root:
            return False
        parent = parent.parentWidget()
    return False


def _rect(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
