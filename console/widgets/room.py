"""What a screen is given: the case at hand, who is signed in, and the few things it may ask of the console. SEAM: `console.app` joins it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PyQt5.QtCore import QObject, pyqtSignal

from console.cases.model import CaseFile, Session
from console.cases.service import CaseService
from console.settings import Settings
from console.widgets.scale import Scale

T = TypeVar("T")


class Room(QObject):
    """One console, as its screens see it. Everything here is called on the GUI thread."""

    case_changed = pyqtSignal()  # the case file was read anew: show it
    scale_changed = pyqtSignal()
    devices_changed = pyqtSignal()

    scale: Scale
    session: Session | None
    case_file: CaseFile | None
    settings: Settings

    def now(self) -> datetime:
        """The time, with its zone; injected."""
        raise NotImplementedError

    def do(self, work: Callable[[CaseService, Session], T], then: Callable[[T], None] | None = None) -> None:
        """Have the store do something, off this thread and in order; `then` hears the result here. A failure is worded on the banner.

        After work that changed the open case, the case file is read anew and `case_changed` is emitted, before `then` is called.
        """
        raise NotImplementedError

    def go(self, screen: str) -> None:
        """Show another screen: a modality's key, "margins", "worklist" or "settings"."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """One sentence on the banner."""
        raise NotImplementedError
