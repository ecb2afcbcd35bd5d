"""The two layouts that nearly every part needs, without Qt's default margins."""

from __future__ import annotations

from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def fill(host: QWidget, content: QWidget) -> None:
    """`content` takes all of `host`."""
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(content)


def bare_row(host: QWidget, spacing: int) -> QHBoxLayout:
    """Side by side in `host`, edge to edge, `spacing` window pixels apart."""
    layout = QHBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout
