"""A new case by hand: the side first, because that is the mistake that must not happen; then who, then the tumour, then the plan."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from algorithms.margins.rules import RULE_SETS
from console.cases.model import Biomarkers, Case, Patient, Session, Sex, Side, Status, TumourType
from console.cases.service import CaseService
from console.views.identify import parse_date
from console.widgets.choice import Choice
from console.widgets.keyboard import Keyboard
from console.widgets.keypad import Keypad
from console.widgets.label import Label
from console.widgets.page import Page
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.text_field import TextField
from console.widgets.touch_button import TouchButton

TITLES = ("Which breast?", "Who is the patient?", "What did the biopsy say?", "What is planned?")
MARKERS = tuple((status.value, words) for status, words in zip(Status, ("Positive", "Negative", "Equivocal", "Unknown"), strict=True))
TYPES = (("nst", "NST"), ("ilc", "ILC"), ("dcis", "DCIS"), ("mixed", "Mixed"))
SEXES = (("F", "Female"), ("M", "Male"), ("O", "Other"))


class NewCase(Page):
    """NewCase(room). `created` carries the Case, `cancelled` goes back to the worklist. Each page is checked before the next one, in one sentence."""

    created = pyqtSignal(object)
    cancelled = pyqtSignal()

    def __init__(self, room: Room) -> None:
        super().__init__(room.scale)
        self._room = room
        scale = room.scale
        self._head(scale)
        self._stack = QStackedWidget()
        for page in (self._side_page(scale), self._patient_page(scale), self._tumour_page(scale), self._plan_page(scale)):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        self._turn(0)

    # --- the four pages ------------------------------------------------------------------------------------------------------------

    def _side_page(self, scale: Scale) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(max(scale.space, scale.px(40)))
        # As the surgeon stands: facing the patient, her right breast is on the left of the screen.
        self.sides = {
            side: TouchButton(f"{side.value.capitalize()} breast", scale, checkable=True, size=44) for side in (Side.RIGHT, Side.LEFT)
        }
        for side, button in self.sides.items():
            button.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)
            button.setMaximumHeight(scale.px(420))
            button.clicked.connect(lambda _checked, side=side: self._choose_side(side))
            row.addWidget(button)
        return page

    def _patient_page(self, scale: Scale) -> QWidget:
        self.mrn = TextField("MRN", scale, digits=True, limit=32)
        self.birth = TextField("Birth date, DDMMYYYY", scale, digits=True, limit=8)
        self.family = TextField("Family name", scale, names=True)
        self.given = TextField("Given name", scale, names=True)
        self.sex = Choice("", scale, SEXES)
        self.sex.set_value("F")
        page = QWidget()
        grid = _grid(page, scale)
        grid.addWidget(self.mrn, 0, 0)
        grid.addWidget(self.birth, 0, 1)
        grid.addWidget(self.sex, 0, 2)
        names = QHBoxLayout()
        names.setSpacing(scale.space)
        names.addWidget(self.family)
        names.addWidget(self.given)
        grid.addLayout(names, 1, 0, 1, 3)
        grid.setRowStretch(2, 1)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        keys = Keyboard(scale, done="Next")
        grid.addWidget(keys, 3, 0, 1, 3)
        self._patient_fields = [self.mrn, self.birth, self.family, self.given]
        self._wire(self._patient_fields, keys)
        return page

    def _tumour_page(self, scale: Scale) -> QWidget:
        page = QWidget()
        grid = _grid(page, scale)
        self.type = Choice("", scale, TYPES)
        self.type.set_value("nst")
        self.markers = {name: Choice("", scale, MARKERS) for name in ("ER", "PR", "HER2")}
        self.ki67 = TextField("Ki67, percent", scale, digits=True, hint="unknown", limit=5)
        for row, (name, choice) in enumerate((("Type", self.type), *self.markers.items())):
            grid.addWidget(Label(name, scale, 24, QFont.DemiBold), row, 0)
            grid.addWidget(choice, row, 1)
        for choice in self.markers.values():
            choice.set_value(Status.UNKNOWN.value)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(4, 1)
        keypad = Keypad(scale, navigation=False)
        keypad.setFixedWidth(max(scale.px(460), 3 * scale.finger + 2 * scale.space))
        side = QVBoxLayout()
        side.setSpacing(scale.space)
        side.addWidget(self.ki67)
        side.addWidget(keypad)
        side.addStretch(1)
        grid.addLayout(side, 0, 2, 5, 1)
        self.ki67.tapped.connect(lambda: self.ki67.set_active(True))
        keypad.digit.connect(self.ki67.insert)
        keypad.erased.connect(self.ki67.backspace)
        return page

    def _plan_page(self, scale: Scale) -> QWidget:
        self.surgeon = TextField("Surgeon", scale, names=True, limit=40)
        self.day = TextField("Date, DDMMYYYY", scale, digits=True, limit=8)
        self.time = TextField("Time, HHMM", scale, digits=True, limit=4)
        now = self._room.now()
        self.day.set_text(f"{now:%d%m%Y}")
        self.time.set_text(f"{now:%H%M}")
        self.rule = Choice("", scale, tuple((rule.id, rule.title) for rule in RULE_SETS))
        self.rule.set_value(self._room.settings.rule_set)
        page = QWidget()
        grid = _grid(page, scale)
        grid.addWidget(self.rule, 0, 0, 1, 4)
        grid.addWidget(self.surgeon, 1, 0, 1, 2)
        grid.addWidget(self.day, 1, 2)
        grid.addWidget(self.time, 1, 3)
        grid.setRowStretch(2, 1)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        keys = Keyboard(scale, done="Save")
        grid.addWidget(keys, 3, 0, 1, 4)
        self._plan_fields = [self.surgeon, self.day, self.time]
        self._wire(self._plan_fields, keys)
        return page

    # --- from page to page ---------------------------------------------------------------------------------------------------------

    def _choose_side(self, side: Side) -> None:
        for other, button in self.sides.items():
            button.setChecked(other is side)
        self._turn(1)

    def _forward(self) -> None:
        page = self._stack.currentIndex()
        if sentence := self._fault(page):
            self.sentence.setText(sentence)
        elif page < len(TITLES) - 1:
            self._turn(page + 1)
        else:
            self._save()

    def _back(self) -> None:
        if self._stack.currentIndex():
            self._turn(self._stack.currentIndex() - 1)
        else:
            self.cancelled.emit()

    def _turn(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        side = self.side
        self.title.setText(TITLES[page])
        self.subtitle.setText(f"New case, {page + 1} of {len(TITLES)}" + (f" · {side.value} breast" if side and page else ""))
        self.sentence.setText("")
        self.back_button.setText("Back" if page else "Cancel")
        self.next_button.setText("Next" if page < len(TITLES) - 1 else "Save case")
        self.next_button.setEnabled(side is not None)
        first = {1: self.mrn, 2: self.ki67, 3: self.surgeon}.get(page)
        if first is not None:
            first.tapped.emit()

    @property
    def side(self) -> Side | None:
        """Which breast was chosen; there is no default."""
        return next((side for side, button in self.sides.items() if button.isChecked()), None)

    # --- checks --------------------------------------------------------------------------------------------------------------------

    def _fault(self, page: int) -> str:
        checks = {0: self._side_fault, 1: self._patient_fault, 2: self._tumour_fault, 3: self._plan_fault}
        return checks[page]()

    def _side_fault(self) -> str:
        return "" if self.side else "Tap the breast that is operated on."

    def _patient_fault(self) -> str:
        born = parse_date(self.birth.text())
        today = self._room.now().date()
        faults = (
            (self.mrn, not self.mrn.text(), "Enter the MRN, as on the wristband."),
            (self.birth, born is None, "Enter the birth date as day, month and year: 14031971."),
            (
                self.birth,
                born is not None and not date(today.year - 130, 1, 1) < born <= today,
                "That birth date cannot be: check the year.",
            ),
            (self.family, not self.family.text(), "Enter the family name."),
            (self.given, not self.given.text(), "Enter the given name."),
        )
        return self._first(faults)

    def _tumour_fault(self) -> str:
        text = self.ki67.text()
        return self._first(
            ((self.ki67, bool(text) and _percent(text) is None, "Ki67 is a percentage from 0 to 100, or empty when unknown."),)
        )

    def _plan_fault(self) -> str:
        return self._first(
            (
                (self.day, parse_date(self.day.text()) is None, "Enter the day of the operation as day, month and year: 20112026."),
                (self.time, _clock(self.time.text()) is None, "Enter the time as hours and minutes: 0830."),
            )
        )

    def _first(self, faults: tuple[tuple[TextField, bool, str], ...]) -> str:
        for entry, wrong, sentence in faults:
            if wrong:
                entry.set_wrong(True)
                entry.tapped.emit()
                return sentence
        return ""

    # --- saving --------------------------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        born, day, at, side = parse_date(self.birth.text()), parse_date(self.day.text()), _clock(self.time.text()), self.side
        assert born is not None
        assert day is not None
        assert at is not None
        assert side is not None
        patient = Patient(self.mrn.text(), self.family.text(), self.given.text(), born, Sex(self.sex.value))
        er, pr, her2 = (Status(choice.value) for choice in self.markers.values())
        markers = Biomarkers(er, pr, her2, _percent(self.ki67.text()))
        when = datetime.combine(day, at, self._room.now().tzinfo)
        surgeon, tumour, rule = self.surgeon.text(), TumourType(self.type.value), self.rule.value or None

        def work(service: CaseService, session: Session) -> Case:
            return service.create_case(session, patient, side, when, surgeon=surgeon, tumour_type=tumour, biomarkers=markers, rule_set=rule)

        self.next_button.setEnabled(False)
        self._room.do(work, self._created, self._refused)

    def _created(self, case: Case) -> None:
        self.created.emit(case)

    def _refused(self, sentence: str) -> None:
        self.next_button.setEnabled(True)
        self.sentence.setText(sentence)

    # --- parts ---------------------------------------------------------------------------------------------------------------------

    def _head(self, scale: Scale) -> None:
        head = self.heading("", "")
        self.sentence = Label("", scale, 20, QFont.Medium, "close", wrap=True)
        head.addWidget(self.sentence, 1)
        self.back_button = TouchButton("Cancel", scale)
        self.next_button = TouchButton("Next", scale, "primary")
        for button in (self.back_button, self.next_button):
            button.setFixedWidth(max(scale.finger, scale.px(240)))
            head.addWidget(button)
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._forward)

    def _wire(self, fields: list[TextField], keys: Keyboard) -> None:
        def activate(chosen: TextField) -> None:
            for entry in fields:
                entry.set_active(entry is chosen)
            keys.attach(chosen)

        def onward(done: TextField) -> None:
            later = fields[fields.index(done) + 1 :]
            if later:
                activate(later[0])
            else:
                self._forward()

        for entry in fields:
            entry.tapped.connect(lambda entry=entry: activate(entry))
            entry.entered.connect(lambda entry=entry: onward(entry))
        keys.done.connect(lambda: onward(next(entry for entry in fields if entry.property("active") == "true")))


def _grid(page: QWidget, scale: Scale) -> QGridLayout:
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(max(scale.space, scale.px(16)))
    return grid


def _percent(text: str) -> Decimal | None:
    plain = text.replace(",", ".")
    if not plain.replace(".", "", 1).isdecimal() or not plain.isascii():
        return None
    value = Decimal(plain)
    return value if value <= 100 else None


def _clock(text: str) -> time | None:
    digits = text.replace(":", "")
    if len(digits) != 4 or not digits.isdecimal() or not digits.isascii() or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return None
    return time(int(digits[:2]), int(digits[2:]))
