"""What a signed check saw, read back for a screen: the frames that were kept, judged again, and never shown as a live picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from console.acquisition.signed import Signed, signed_check
from console.cases.model import Reading, Session
from console.cases.service import CaseService
from console.widgets.room import Room


def read_back(room: Room, reading: Reading, then: Callable[[Signed], None], failed: Callable[[str], None] | None = None) -> None:
    """Off the screen's thread and off the store's: judging ten frames takes a second."""
    file = room.case_file
    if file is None:
        return
    case_id = file.case.id

    def work(service: CaseService, session: Session) -> Signed:
        return signed_check(reading, lambda sha256: service.read_asset(session, case_id, sha256))

    room.do_beside(work, then, failed or room.say)


def past_words(reading: Reading, now: datetime) -> str:
    """«Signed at 09:24:10 · 0:12 h ago · not live»."""
    minutes = max(0, int((now - reading.taken_at).total_seconds())) // 60
    return f"Signed at {reading.taken_at.astimezone(now.tzinfo):%H:%M:%S} · {minutes // 60}:{minutes % 60:02d} h ago · not live"
