"""The program's icon at every size that desktops ask for, drawn from one SVG."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image
from PyQt5.QtCore import Qt
from PyQt5.QtGui import QGuiApplication, QImage, QPainter
from PyQt5.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SOURCE = Path(__file__).with_name("rimlight.svg")


def draw(folder: Path) -> None:
    """`rimlight-SIZE.png` for each size and `rimlight.ico` with those that Windows shows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(SOURCE))
    for size in SIZES:
        image = QImage(size, size, QImage.Format_ARGB32)
        image.fill(Qt.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"rimlight-{size}.png"))
    application.quit()
    _ico(folder)


def _ico(folder: Path) -> None:
    with Image.open(folder / "rimlight-256.png") as largest:
        largest.save(folder / "rimlight.ico", sizes=[(size, size) for size in (16, 24, 32, 48, 64, 128, 256)])
