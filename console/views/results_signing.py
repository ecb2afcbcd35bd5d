"""What every form of a result does at its end: it is signed, or it says why a signed one is corrected."""

from __future__ import annotations

from PyQt5.QtWidgets import QStackedWidget, QWidget

from algorithms.evidence.result import Result
from console.cases import results_log as log
from console.cases.model import Reading
from console.views.specimen_panels import ChoicePanel
from console.widgets.room import Room

REASONS = ("Heard wrong", "The laboratory corrected it", "Sides mixed up", "Wrong specimen")


class SigningForm(QWidget):
    """The shared end of `ResultForm` and `RadiographForm`; they show themselves in `_case_changed`."""

    _room: Room
    _stack: QStackedWidget
    choice: ChoicePanel
    _specimen_id: str
    _reading: Reading | None
    _reason: str
    _signing: bool

    @property
    def _editing(self) -> bool:
        return self._room.case_file is not None and (self._reading is None or bool(self._reason)) and not self._signing

    def _sign_result(self, result: Result) -> None:
        file, specimen_id, replaced, reason = self._room.case_file, self._specimen_id, self._reading, self._reason
        if file is None or not self._editing:
            return
        self._signing = True
        self._room.do(
            lambda service, session: log.sign(service, session, file, specimen_id, result, replaces=replaced, reason=reason),
            lambda _reading: self._signed(),
            self._not_signed,
        )

    def _signed(self) -> None:
        self._signing = False
        self._case_changed()

    def _not_signed(self, words: str) -> None:
        self._room.say(words)
        self._signed()

    def _ask_reason(self) -> None:
        self.choice.ask("Why is it corrected?", (*REASONS, "Leave as signed"))
        self._stack.setCurrentWidget(self.choice)

    def _case_changed(self) -> None:
        """Take everything anew from the case file."""
