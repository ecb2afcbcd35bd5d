"""A snapshot: what was seen, and the frame behind it, kept with the case."""

from __future__ import annotations

from PyQt5.QtCore import QBuffer, QByteArray, QIODevice
from PyQt5.QtGui import QPixmap

from console.acquisition.eye import View, grey_of
from console.cases.fluorescence_log import FRAMES_TYPE, tiff_of
from console.cases.model import Session
from console.cases.service import CaseService
from console.widgets.room import Room


def keep_snapshot(room: Room, view: View, seen: QPixmap) -> None:
    """Keep the screen's picture as PNG and the camera's frame without loss; says so when both are on disk."""
    file = room.case_file
    if file is None:
        return
    picture, frame, case_id = seen.toImage(), grey_of(view.shot.lit), file.case.id
    when = f"{room.now():%H:%M:%S}"
    simulated = ", simulated" if view.shot.simulated else ""

    def work(service: CaseService, session: Session) -> str:
        store = QByteArray()
        buffer = QBuffer(store)
        buffer.open(QIODevice.WriteOnly)
        picture.save(buffer, "PNG")
        service.add_asset(session, case_id, bytes(store), "image/png", f"Snapshot {when}, as seen{simulated}")
        service.add_asset(session, case_id, tiff_of([frame]), FRAMES_TYPE, f"Snapshot {when}, camera frame{simulated}")
        return f"Snapshot of {when} kept."

    room.do(work, room.say, room.say)
