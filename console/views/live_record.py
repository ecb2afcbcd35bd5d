"""Recording from the live screen: one tap begins, one ends; what is on disk goes into the case, and overflow is said while it happens."""

from __future__ import annotations

from console.acquisition.camera_feed import FeedState
from console.acquisition.recorder import Recorded
from console.acquisition.recordings import MEDIA_TYPE, Leftover, Recordings
from console.cases.access import Action, may
from console.cases.model import Session
from console.cases.service import CaseService
from console.faults import Refused
from console.widgets.room import Room


class Recording:
    """The recording of the case at hand; it goes on when the screen is left."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.words = ""
        self._ending = False

    @property
    def _recordings(self) -> Recordings | None:
        return self._room.imaging.recordings if self._room.imaging is not None else None

    @property
    def running(self) -> bool:
        """Whether one runs."""
        return self._recordings is not None and self._recordings.running is not None

    @property
    def possible(self) -> bool:
        """Whether the button does anything."""
        imaging, session = self._room.imaging, self._room.session
        if self.running:
            return True
        allowed = session is not None and may(session, Action.LOG) and self._room.case_file is not None
        return (
            allowed
            and self._recordings is not None
            and imaging is not None
            and imaging.status().state is FeedState.LIVE
            and not imaging.replays
        )

    def toggle(self) -> None:
        """Begin, or end and keep."""
        if self.running:
            self._end()
        else:
            self._begin()

    def look(self) -> None:
        """How it goes, in words; one that stopped by itself is ended and kept as far as it goes."""
        running = self._recordings.running if self._recordings is not None else None
        if running is None:
            self.words = ""
            return
        status = running.status()
        minutes, seconds = divmod(int(status.seconds), 60)
        lost = f" · {status.lost} lost" if status.lost else ""
        self.words = f"● Recording {minutes}:{seconds:02d} · {status.frames} frames{lost}"
        if status.sentence:
            self._room.say(status.sentence)
            self._end()

    def ask_for_leftovers(self) -> None:
        """Once a case: say that a recording was cut off, and where it waits."""
        recordings, file = self._recordings, self._room.case_file
        if recordings is None or file is None or file.case.id in recordings.told:
            return
        recordings.told.add(file.case.id)
        case_id = file.case.id
        self._room.do_beside(lambda _service, _session: recordings.leftovers(case_id), self._tell)

    def _tell(self, found: tuple[Leftover, ...]) -> None:
        if found:
            self._room.say("A recording was cut off when Rimlight ended. It waits behind «More…»: keep or discard it.")

    def _begin(self) -> None:
        recordings, imaging, file = self._recordings, self._room.imaging, self._room.case_file
        if recordings is None or imaging is None or file is None:
            return
        try:
            recordings.begin(imaging.feed, file.case.id)
            imaging.recorded_case = file.case.id
        except Refused as refusal:
            self._room.say(str(refusal))

    def _end(self) -> None:
        """Closing waits for the disk, so it is done beside the screen."""
        recordings, imaging = self._recordings, self._room.imaging
        if recordings is None or imaging is None or recordings.running is None or self._ending:
            return
        self._ending = True
        case_id, when = imaging.recorded_case, f"{self._room.now():%H:%M:%S}"

        def work(service: CaseService, session: Session) -> str:
            recorded = recordings.end()
            if recorded is None:
                return ""
            service.add_asset_file(session, case_id, recorded.path, MEDIA_TYPE, f"Recording, ended {when}: {described(recorded)}")
            recorded.path.unlink(missing_ok=True)
            return f"Recording kept: {described(recorded)}."

        self._room.do_beside(work, self._ended, self._ended)

    def _ended(self, sentence: str) -> None:
        """Say it, and have the case read anew: slow work does not do that by itself."""
        self._ending, file = False, self._room.case_file
        self._room.say(sentence)
        if file is not None:
            self._room.do(lambda service, session: service.case_file(session, file.case.id), self._room.show_case)


def described(recorded: Recorded) -> str:
    """«412 frames, none lost»."""
    lost = f"{recorded.lost} lost" if recorded.lost else "none lost"
    cut = "" if recorded.complete else ", cut off at its last whole frame"
    return f"{recorded.frames} frames, {lost}{cut}"
