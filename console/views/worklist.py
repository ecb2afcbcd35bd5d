"""The day at a glance: today's cases, any other by name, number or wristband; a new one; and whether the store is well."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PyQt5.QtCore import Qt, QTimer, pyqtSignal
from PyQt5.QtGui import QFont, QResizeEvent, QShowEvent
from PyQt5.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console import __version__
from console.cases.access import Action, may
from console.cases.model import CaseFile, CaseSummary, Session
from console.cases.service import CaseService, Page, StoreHealth
from console.widgets.card import Card, Chip, TapCard
from console.widgets.keyboard import Keyboard
from console.widgets.label import FittedLabel, Label
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.text_field import TextField
from console.widgets.touch_button import TouchButton
from console.words import Typed, said

Verdict = Callable[[CaseFile], tuple[str, str]]  # a case in a few words, and their tone
Verdicts = dict[str, tuple[str, str]]
PAUSE_MS = 150  # after the last letter, before the store is asked
COLUMNS = (("when", 110), ("name", 0), ("mrn", 180), ("person", 112), ("side", 88), ("type", 92), ("surgeon", 180), ("status", 250))
_WEIGHTS = {"when": (26, QFont.DemiBold, "text"), "name": (27, QFont.DemiBold, "text"), "side": (20, QFont.Normal, "text"),
            "type": (20, QFont.Normal, "text"), "status": (20, QFont.DemiBold, "quiet")}  # fmt: skip


class CaseRow(TapCard):
    """One case of the list."""

    def __init__(self, scale: Scale) -> None:
        super().__init__(scale)
        self.setFixedHeight(row_height(scale))
        self.case: CaseSummary | None = None
        self.cells: dict[str, FittedLabel] = {}
        for name, width in COLUMNS:
            cell = FittedLabel("", scale, *_WEIGHTS.get(name, (20, QFont.Normal, "quiet")))
            if width:
                cell.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Ignored)
                cell.setFixedWidth(scale.px(width))
            self.add(cell, 0 if width else 1)
            self.cells[name] = cell

    def show_case(self, case: CaseSummary, today: date, verdict: tuple[str, str] = ("", "quiet")) -> None:
        """Put this case on the row; of another day than today the date stands before the time. A verdict outranks the last moment."""
        self.case = case
        patient, at = case.patient, case.scheduled_at
        words = {
            "when": f"{at:%H:%M}" if at.date() == today else f"{at.day} {at:%b %Y %H:%M}",
            "name": Typed(patient.name),
            "mrn": f"MRN {patient.mrn}",
            "person": f"{patient.sex.value} · {patient.age_on(today)} y",
            "side": case.side.value.capitalize(),
            "type": case.tumour_type.value.upper() if case.tumour_type.value != "mixed" else "Mixed",
            "surgeon": Typed(case.surgeon or "—"),
            "status": (verdict[0] or case.last_event or "—") + (" · simulated" if case.simulated else ""),
        }
        for name, text in words.items():
            self.cells[name].set_whole(text)
        self.cells["status"].set_tone(verdict[1] if verdict[0] else "quiet")
        self.setAccessibleName(Typed(f"{said(words['when'])} {patient.name}"))


def row_height(scale: Scale) -> int:
    """Window pixels."""
    return max(scale.finger, scale.px(104))


class RowArea(QWidget):
    """Where the rows are; says when there is room for more of them, or for fewer."""

    def __init__(self, resized: Callable[[], None]) -> None:
        super().__init__()
        self._resized = resized
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Ignored)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """The keyboard takes room and gives it back."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._resized()


class Worklist(QFrame):
    """Worklist(room, verdict). `case_tapped` carries a CaseSummary to identify next; `titled` what the top bar shows; the others are its buttons.

    `take_scan` is for a scanned wristband: it searches, and where exactly one case fits, taps it. Reads anew whenever it is shown.
    """

    case_tapped = pyqtSignal(object)
    new_case = pyqtSignal()
    demo_case = pyqtSignal()
    from_hospital = pyqtSignal()
    settings = pyqtSignal()
    lock = pyqtSignal()
    titled = pyqtSignal(str, str)

    def __init__(self, room: Room, verdict: Verdict | None = None) -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self._room, self._asked, self._verdict = room, 0, verdict
        self._starts: list[str | None] = [None]
        self._next: str | None = None
        self._scanned = ""
        self.rows: list[CaseRow] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.search)
        scale = room.scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        main = QHBoxLayout()
        main.setContentsMargins(scale.px(28), scale.px(28), scale.px(28), scale.px(16))
        main.setSpacing(scale.px(22))
        main.addLayout(self._list(scale), 1)
        main.addWidget(self._side(scale))
        column.addLayout(main, 1)
        column.addWidget(self._foot(scale))

    # --- what it shows -------------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read this page and the store's health anew."""
        self._load()
        self._room.do_unsigned(lambda service: service.health(), self._show_health)

    def search(self) -> None:
        """From the beginning, by what stands in the field."""
        self._pause.stop()
        self._starts = [None]
        self._load()

    def take_scan(self, text: str) -> None:
        """A wristband was scanned."""
        self._scanned = text
        self.field.set_text(text)
        self.search()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Others may have logged something in the meantime."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def _load(self) -> None:
        self._asked += 1
        asked, text, after, limit = self._asked, self.field.text(), self._starts[-1], max(1, len(self.rows))
        day = None if text or self.all_dates.isChecked() else self._room.now().date()

        judge = self._verdict

        def work(service: CaseService, session: Session) -> tuple[int, Page, Verdicts]:
            page = service.find_cases(session, text, day=day, after=after, limit=limit)
            files = service.glances(session, [case.id for case in page.cases]) if judge is not None else ()
            return asked, page, {file.case.id: judge(file) for file in files} if judge is not None else {}

        if self._room.session is not None and may(self._room.session, Action.READ_CASES):
            self._room.do(work, self._show_page)
        else:
            self._show_page((asked, Page((), None), {}))

    def _show_page(self, answer: tuple[int, Page, Verdicts]) -> None:
        asked, page, verdicts = answer
        if asked != self._asked:  # somebody typed on in the meantime
            return
        today = self._room.now().date()
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(page.cases))
            if index < len(page.cases):
                case = page.cases[index]
                row.show_case(case, today, verdicts.get(case.id, ("", "quiet")))
        self._next = page.next
        self.previous_page.setVisible(len(self._starts) > 1)
        self.next_page.setVisible(page.next is not None)
        self.empty.setVisible(not page.cases)
        self.empty.setText(self._why_empty())
        self._tell(page, today)
        scanned, self._scanned = self._scanned, ""
        if scanned and len(page.cases) == 1 and page.next is None:
            self.case_tapped.emit(page.cases[0])

    def _why_empty(self) -> str:
        if self._room.session is not None and not may(self._room.session, Action.READ_CASES):
            return f"The role {self._room.session.user.role.value} does not see cases. Settings are at the foot."
        if self.field.text():
            return "No case has this name or number. Check the spelling, or tap New case."
        return "No case yet. Tap New case." if self.all_dates.isChecked() else "No case today. Tap All dates for the others, or New case."

    def _tell(self, page: Page, today: date) -> None:
        count, whole = len(page.cases), page.next is None and len(self._starts) == 1
        cases = f"{count if whole else f'{count} shown, more'} {'case' if count == 1 and whole else 'cases'}".replace(
            "more cases", "there are more"
        )
        title = "Search" if self.field.text() else "All dates" if self.all_dates.isChecked() else f"Today, {today.day} {today:%B}"
        self.titled.emit(title, cases)

    def _show_health(self, health: StoreHealth) -> None:
        backup = f"Last backup {self._day(health)}" if health.last_backup else "No backup yet"
        chain = {True: "Audit chain intact ✓", False: "Audit chain damaged", None: "Audit chain not checked yet"}[health.chain_intact]
        lines = [backup, f"{health.free_bytes / 1e9:.0f} GB free", chain] + (["Read-only"] if health.read_only else [])
        self.storage.setText("\n".join(lines))
        self.storage.set_tone("positive" if health.chain_intact is False else "text")

    def _day(self, health: StoreHealth) -> str:
        assert health.last_backup is not None
        at = health.last_backup.astimezone(self._room.now().tzinfo)
        return f"{at:%H:%M} ✓" if at.date() == self._room.now().date() else f"{at.day} {at:%b} {at:%H:%M}"

    # --- what it does --------------------------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        self._pause.start()

    def _toggle_dates(self) -> None:
        self.all_dates.setText("Today" if self.all_dates.isChecked() else "All dates")
        self.field.set_text("")
        self.search()

    def _open_keyboard(self) -> None:
        self.field.set_active(True)
        self.keyboard.attach(self.field)
        self.keyboard.show()

    def _close_keyboard(self) -> None:
        self.field.set_active(False)
        self.keyboard.hide()
        self.search()

    def _clear(self) -> None:
        self.field.set_text("")
        self._close_keyboard()

    def _tap(self, row: CaseRow) -> None:
        if row.case is not None:
            self.case_tapped.emit(row.case)

    def _turn(self, forward: bool) -> None:
        if forward and self._next is not None:
            self._starts.append(self._next)
        elif not forward and len(self._starts) > 1:
            self._starts.pop()
        self._load()

    def _make_rows(self) -> None:
        scale = self._room.scale
        step = row_height(scale) + scale.space
        wanted = max(1, (self._area.height() + scale.space) // step)
        if wanted == len(self.rows):
            return
        while len(self.rows) > wanted:
            row = self.rows.pop()
            self._stack.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < wanted:
            row = CaseRow(scale)
            row.hide()
            row.clicked.connect(lambda _checked, row=row: self._tap(row))
            self._stack.insertWidget(len(self.rows), row)
            self.rows.append(row)
        if self.isVisible():
            self.search()

    # --- how it is laid out --------------------------------------------------------------------------------------------------------

    def _list(self, scale: Scale) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(scale.space)
        head = QHBoxLayout()
        head.setSpacing(max(scale.space, scale.px(16)))
        self.field = TextField("", scale, hint="Name, MRN or scan the wristband", icon="search", names=True)
        self.all_dates = TouchButton("All dates", scale, checkable=True)
        self.all_dates.setFixedSize(max(scale.finger, scale.px(260)), self.field.minimumHeight())
        head.addWidget(self.field, 1)
        head.addWidget(self.all_dates)
        self._area = RowArea(self._make_rows)
        self._stack = QVBoxLayout(self._area)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(scale.space)
        self.empty = Label("", scale, 22, tone="quiet", wrap=True)
        self.empty.hide()
        self._stack.addWidget(self.empty)
        self._stack.addStretch(1)
        self.keyboard = Keyboard(scale)
        self.keyboard.hide()
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(self.keyboard)
        self.field.tapped.connect(self._open_keyboard)
        self.field.changed.connect(self._typed)
        self.field.entered.connect(self._close_keyboard)
        self.keyboard.done.connect(self._close_keyboard)
        self.all_dates.clicked.connect(self._toggle_dates)
        return column

    def _side(self, scale: Scale) -> QWidget:
        side = QWidget()
        side.setFixedWidth(scale.px(380))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.space, scale.px(16)))
        self.new_button = TouchButton("New case", scale, "primary", size=23)
        self.new_button.setMinimumHeight(max(scale.finger, scale.px(110)))
        self.demo_button = TouchButton("Demo case", scale, size=23)
        self.demo_button.setMinimumHeight(max(scale.finger, scale.px(96)))
        self.hospital_button = TouchButton("Today from the hospital", scale, size=23)
        self.hospital_button.setMinimumHeight(max(scale.finger, scale.px(96)))
        hint = Card("To open a case", scale)
        hint.add(Label("Two identifiers: tap the row, then scan the wristband or enter the birth date.", scale, 20, wrap=True))
        store = Card("Storage", scale)
        self.storage = Label("…", scale, 20)
        store.add(self.storage)
        for part in (self.new_button, self.demo_button, self.hospital_button, hint, store):
            column.addWidget(part)
        self.hospital_button.setVisible(bool(self._room.settings.worklist))
        column.addStretch(1)
        self.new_button.clicked.connect(self.new_case)
        self.demo_button.clicked.connect(self.demo_case)
        self.hospital_button.clicked.connect(self.from_hospital)
        return side

    def _foot(self, scale: Scale) -> QWidget:
        foot = QFrame()
        foot.setProperty("surface", "bar")
        foot.setProperty("edge", "top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(scale.px(28), scale.px(6), scale.px(28), scale.px(6))
        row.setSpacing(max(scale.space, scale.px(16)))
        self.settings_button = TouchButton("Settings", scale, "quiet", icon="settings", size=19)
        self.cohort_button = TouchButton("Cohort", scale, "quiet", icon="cohort", size=19)
        self.lock_button = TouchButton("Lock", scale, "quiet", icon="lock", size=19)
        self.previous_page = TouchButton("Newer", scale, icon="previous", size=19)
        self.next_page = TouchButton("Older", scale, icon="next", size=19)
        row.addWidget(Label(f"Rimlight {__version__}", scale, 18, tone="quiet"))
        for button in (self.settings_button, self.cohort_button, self.lock_button):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.previous_page, self.next_page):
            row.addWidget(button)
            button.hide()
        for button in (self.settings_button, self.cohort_button, self.lock_button, self.previous_page, self.next_page):
            button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        row.addStretch(1)
        row.addWidget(Chip("Research use only", scale, size=16, tone="quiet", dashed=True), 0, Qt.AlignVCenter)
        self.settings_button.clicked.connect(self.settings)
        self.cohort_button.clicked.connect(lambda: self._room.go("cohort"))
        self.lock_button.clicked.connect(self.lock)
        self.previous_page.clicked.connect(lambda: self._turn(False))
        self.next_page.clicked.connect(lambda: self._turn(True))
        return foot
