"""The bar at the top: who lies on the table, which side, what tumour; which devices answer, who is signed in, the time."""

from __future__ import annotations

from datetime import date, datetime

from PyQt5.QtCore import QSize, Qt, pyqtSignal
from PyQt5.QtGui import QFont, QMouseEvent, QResizeEvent
from PyQt5.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from console.cases.model import Biomarkers, Case, Status
from console.widgets.card import Chip
from console.widgets.label import ElidedLabel, Label
from console.widgets.pill import DeviceState, PillStrip
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton
from console.words import Typed

_SIGNS = {Status.POSITIVE: "+", Status.NEGATIVE: "−", Status.EQUIVOCAL: "±", Status.UNKNOWN: "?"}


def markers_text(markers: Biomarkers) -> str:
    """«ER+ PR+ HER2− · Ki67 12 %»; empty where nothing is known."""
    if markers == Biomarkers():
        return ""
    known = f"ER{_SIGNS[markers.er]} PR{_SIGNS[markers.pr]} HER2{_SIGNS[markers.her2]}"
    return known if markers.ki67_percent is None else f"{known} · Ki67 {markers.ki67_percent.normalize():f} %"


class PatientName(ElidedLabel):
    """The name; a tap says all of it, for those that are cut."""

    tapped = pyqtSignal()

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """A tap anywhere on the name."""
        if event is not None:
            self.tapped.emit()


class TopBar(QFrame):
    """Always there. `home`, `switch_user` and `helped` are its buttons; `told` carries the whole identity when the name is tapped."""

    home = pyqtSignal()
    switch_user = pyqtSignal()
    helped = pyqtSignal()
    told = pyqtSignal(str)

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setProperty("edge", "bottom")
        self.setFixedHeight(max(scale.px(88), scale.finger + 2))
        self._case: Case | None = None
        self._devices: tuple[DeviceState, ...] = ()
        self._home = TouchButton("Rimlight", scale, "bare")
        self._home.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self._name = PatientName("", scale, 28, QFont.Bold)
        self._facts = Label("", scale, 20, tone="quiet")
        self._side, self._tumour = Chip("", scale), Chip("", scale)
        self._simulated = Chip("Simulated", scale, tone="close", dashed=True)
        self._pills = PillStrip(scale)
        self._user = TouchButton("", scale, "chip", icon="user", size=18)
        self._user.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self._clock = Label("", scale, 30, QFont.DemiBold)
        self._help = TouchButton("?", scale, "chip")
        self._help.setAccessibleName("Help")
        self._help.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self._lay_out(scale)
        self._home.clicked.connect(self.home)
        self._user.clicked.connect(self.switch_user)
        self._help.clicked.connect(self.helped)
        self._name.tapped.connect(lambda: self.told.emit(self.identity))
        self.show_title("", "")

    def show_case(self, case: Case, today: date) -> None:
        """The patient and the side; what a time-out asks for."""
        self._case = case
        patient = case.patient
        self._name.set_full(Typed(patient.name))
        self._facts.setText(f"MRN {patient.mrn}   {patient.sex.value} · {patient.age_on(today)} y")
        self._side.set_text(f"{case.side.value.capitalize()} breast")
        self._simulated.setVisible(case.simulated)
        self._fit_pills()

    def show_title(self, title: str, subtitle: str) -> None:
        """No case: what the screen shows, «Today, 20 November»."""
        self._case = None
        self._name.set_full(title)
        self._facts.setText(subtitle)
        self._side.set_text("")
        self._simulated.hide()
        self._fit_pills()

    def show_user(self, name: str, *, emergency: bool = False) -> None:
        """Who is signed in; nobody where `name` is empty. Emergency access stands out all the while."""
        self._user.setText("Emergency access" if emergency else Typed(name))
        self._user.set_role("danger" if emergency else "chip")
        self._user.setVisible(bool(name) or emergency)
        self._fit_pills()

    def show_devices(self, devices: tuple[DeviceState, ...]) -> None:
        """How each device is."""
        self._devices = devices
        self._fit_pills()

    def show_time(self, now: datetime) -> None:
        """Hours and minutes."""
        self._clock.setText(f"{now:%H:%M}")

    @property
    def identity(self) -> str:
        """Everything that names the patient, in one sentence; for the tap on a name that is cut."""
        if self._case is None:
            return self._name.full
        patient = self._case.patient
        return f"{patient.name}, MRN {patient.mrn}, born {patient.birth_date:%d.%m.%Y}, {self._case.side.value} breast."

    def minimumSizeHint(self) -> QSize:
        """It takes the width it is given, and makes its content fit."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """What fits depends on the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_pills()

    def _lay_out(self, scale: Scale) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SetNoConstraint)  # the bar is as wide as the window, whatever the devices would like
        row.setContentsMargins(scale.px(28), 0, scale.px(28), 0)
        row.setSpacing(scale.px(20))
        left: list[QWidget] = [self._home, self._name, self._facts, self._side, self._tumour, self._simulated]
        right: list[QWidget] = [self._pills, self._user, self._clock, self._help]
        for part in left:
            row.addWidget(part, 0, Qt.AlignVCenter)
        row.addStretch(1)
        for part in right:
            row.addWidget(part, 0, Qt.AlignVCenter)

    def _fit_pills(self) -> None:
        # Measured with the whole name: the patient's name is cut only after the devices have been counted together and the markers made room.
        for brief, markers in ((False, True), (True, True), (True, False)):
            self._pills.show_devices(self._devices, brief=brief)
            self._tumour.set_text(self._tumour_words(markers=markers))
            if self._needed_width() <= self.width():
                break

    def _tumour_words(self, *, markers: bool) -> str:
        if self._case is None:
            return ""
        return " · ".join(filter(None, (self._case.tumour_type.value.upper(), markers_text(self._case.biomarkers) if markers else "")))

    def _needed_width(self) -> int:
        row = self.layout()
        assert row is not None
        items = [item for item in map(row.itemAt, range(row.count())) if item is not None]
        parts = [part for item in items if (part := item.widget()) is not None and not part.isHidden()]
        widths = [self._pills.needed_width if part is self._pills else part.sizeHint().width() for part in parts]
        return sum(widths) + (len(widths) + 1) * row.spacing() + 2 * row.contentsMargins().left()
