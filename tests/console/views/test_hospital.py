"""The hospital's list and its settings on the screen: nothing guessed, nothing clipped, every refusal in one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from console.cases.model import CaseFile, Patient, Sex, Side
from console.cases.outbox import Delivery, DeliveryKind, DeliveryState, ObjectNames
from console.faults import Refused
from console.views.hospital_worklist import HospitalWorklist
from console.views.settings_hospital import HospitalPane
from console.widgets.fit import crowded, misfits
from devices.errors import DeviceAbsent
from devices.hospital import PlannedStep
from tests.console.views.conftest import NOW, SIZES

STEP = PlannedStep(
    "0009999", "CITY", "Yamada", "Hanako", "Yamada^Hanako=山田^花子", date(1972, 3, 14), "F", NOW, "Surgeon One", "Breast-conserving surgery left",
    "", "ACC1", "1.2.3", "RP1", "SPS1", "Excision", "OT",
)  # fmt: skip


class Queue:
    woken = 0

    def wake(self, *, at_once=False):
        self.woken += at_once


class NearHospital:
    """A hospital that answers at once."""

    trouble, turned_away = "", False

    def __init__(self, *steps, error=None):
        self.steps, self.error, self.queue = steps, error, Queue()

    def planned_today(self, _session):
        if self.error is not None:
            raise self.error
        return self.steps


def delivery(state, detail=""):
    names = ObjectNames("1.2", "1.2.3")
    return Delivery("d1", "c1", DeliveryKind.STORE, "00" * 32, names, "SEG", NOW, "Surgeon 1", state, detail, "", NOW)


@pytest.fixture
def service(service):
    """With what these two screens ask."""
    service.waiting, service.entries, service.chosen_again = [], [], []
    service.deliveries = lambda _session, _case_id=None: tuple(service.waiting)
    service.send_again = lambda _session, delivery_id: service.chosen_again.append(delivery_id)
    service.add_entry = lambda _session, _case, _piece, form, field, value: service.entries.append((form, field, value))
    plain = service.create_case

    def create(session, patient, side, at, **more):
        service.made = plain(session, patient, side, at, **more)
        return service.made

    service.create_case = create
    service.case_file = lambda _session, _case_id: CaseFile(service.made, (), (), (), (), (), ())
    return service


@pytest.mark.parametrize("size", SIZES)
def test_a_full_day_fits(room, show, settled, size):
    room.hospital = NearHospital(*(replace(STEP, step_id=f"S{n}", scheduled_at=NOW + timedelta(minutes=n)) for n in range(30)))
    view = show(HospitalWorklist(room))
    settled_outside(room, settled)
    assert view.rows[0].cells["name"].text() == "YAMADA, Hanako"
    assert view.next_page.isVisible()
    view.rows[0].click()
    assert not misfits(view)
    assert not crowded(view, room.scale)
    view.next_page.click()
    assert view.rows[0].cells["when"].text() == f"{NOW + timedelta(minutes=len(view.rows)):%H:%M}"


def settled_outside(room, settled):
    from threading import Event

    from console.acquisition.jobs import errand

    over = Event()
    room._outside.submit(errand(over.set))
    over.wait(10)
    settled()


def test_a_side_is_never_guessed(room, show, settled, service):
    room.hospital = NearHospital(STEP, replace(STEP, step_id="S2", laterality="R"))
    view = show(HospitalWorklist(room))
    settled_outside(room, settled)
    assert not any(button.isVisible() for button in view.sides.values())
    view.rows[1].click()
    assert [side for side, button in view.sides.items() if button.isVisible()] == [Side.RIGHT]
    view.rows[0].click()
    assert all(button.isVisible() for button in view.sides.values())
    assert "does not state the breast" in view.sentence.text()
    view.sides[Side.LEFT].click()
    settled()
    call = next(call for call in service.calls if call[0] == "create_case")
    assert call[1:4] == (Patient("0009999", "Yamada", "Hanako", date(1972, 3, 14), Sex.FEMALE), Side.LEFT, NOW)
    assert ("hospital order", "name", "Yamada^Hanako=山田^花子") in service.entries
    assert "on the worklist" in view.rows[0].cells["state"].text()


def test_a_line_with_gaps_cannot_be_taken(room, show, settled):
    room.hospital = NearHospital(replace(STEP, birth_date=None), replace(STEP, doubtful=True))
    view = show(HospitalWorklist(room))
    settled_outside(room, settled)
    view.rows[0].click()
    assert "by hand" in view.sentence.text()
    assert not any(button.isVisible() for button in view.sides.values())
    view.rows[1].click()
    assert "compare it with the wristband" in view.sentence.text()


@pytest.mark.parametrize("error", [DeviceAbsent("LIST", "It does not answer."), Refused("No hospital worklist is configured.")])
def test_a_list_that_is_not_had_is_said_and_nothing_else_changes(room, show, settled, error):
    room.hospital = NearHospital(error=error)
    view = show(HospitalWorklist(room))
    settled_outside(room, settled)
    assert "not affected" in view.sentence.text()
    room.hospital.error, room.hospital.steps = None, (STEP,)
    view.refresh_button.click()
    settled_outside(room, settled)
    assert view.rows[0].cells["mrn"].text() == f"MRN {STEP.patient_id}"


def test_without_a_hospital_it_says_so(room, show):
    assert "no connection" in show(HospitalWorklist(room)).sentence.text()


@pytest.mark.parametrize("size", SIZES)
def test_the_settings_fit_and_tell_what_waits(room, show, settled, service, size):
    room.hospital = NearHospital()
    room.hospital.trouble = "Port 104 cannot be listened on: another program has it. Choose another in the settings."
    service.waiting = [
        delivery(DeliveryState.SENDING, "ARCHIVE: It does not answer."),
        delivery(DeliveryState.REFUSED, "ARCHIVE: It refused."),
    ]
    view = show(HospitalPane(room))
    settled()
    for words in ("1 waiting", "1 refused", "does not answer", "Scanners cannot call"):
        assert words in view.waiting.text()
    assert not misfits(view)
    assert not crowded(view, room.scale)
    view.again_button.click()
    settled()
    assert (service.chosen_again, room.hospital.queue.woken) == (["d1"], 1)


def test_what_is_typed_is_kept_or_refused_in_one_sentence(qtbot, room, show, settled, service):
    said, changed = [], []
    room.said.connect(said.append)
    room.devices_changed.connect(lambda: changed.append(room.settings.worklist))
    view = show(HospitalPane(room))
    for text, kept in (("dicom:LIST@10.0.0.9:104", True), ("nonsense", False)):
        view.fields["worklist"].tapped.emit()
        view.fields["worklist"].set_text(text)
        view.keyboard.done.emit()
        settled()
        assert (room.settings.worklist == text) is kept
    assert changed == ["dicom:LIST@10.0.0.9:104"]
    assert len(said) == 1
    assert "needs the form" in said[0]
    assert view.fields["worklist"].text() == "dicom:LIST@10.0.0.9:104"
