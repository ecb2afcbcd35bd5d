"""The canvas: a picture of the wanted size reaches the screen pixel by pixel, whatever the size of the window."""

from __future__ import annotations

import numpy as np
import pytest
from PyQt5.QtGui import QImage

from console.widgets.image_canvas import ImageCanvas, Stand
from console.widgets.scale import Scale


def painted(canvas):
    image = canvas.grab().toImage().convertToFormat(QImage.Format_RGB32)
    memory = image.constBits().asarray(image.sizeInBytes())
    return np.frombuffer(memory, np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3].copy()


@pytest.mark.parametrize("size", [(1310, 840), (1311, 839), (900, 901), (613, 777), (1000, 500)])
def test_a_picture_of_the_wanted_size_is_painted_one_to_one(qtbot, size):
    canvas = ImageCanvas(Scale.of(1920, 1080, 96.0))
    qtbot.addWidget(canvas)
    canvas.resize(*size)
    canvas.show_picture(np.zeros((2, 2, 4), np.uint8), (1080, 1920), None)  # a camera of this shape
    wanted = canvas.wanted()
    picture = np.random.default_rng(1).integers(0, 255, (wanted.height(), wanted.width(), 4), dtype=np.uint8)
    canvas.show_picture(picture, (1080, 1920), None)
    canvas.show_stand(Stand.LIVE)
    seen, box = painted(canvas), canvas.field().box
    top, left = round(box.top()), round(box.left())
    rows, columns = min(wanted.height(), size[1] - top), min(wanted.width(), size[0] - left)
    assert np.array_equal(seen[top : top + rows, left : left + columns], picture[:rows, :columns, :3])
    assert min(rows, columns) >= min(wanted.height(), wanted.width()) - 1
