"""The export screen: one tap each, what came of it in one sentence, the archive's state; nothing clipped."""

import pytest

from console.cases.model import Case, CaseFile, Patient, Session, Side
from console.cases.outbox import Delivery, DeliveryKind, DeliveryState, ObjectNames
from console.faults import Refused
from console.views.exporting import Doings, ExportView
from console.widgets.fit import crowded, misfits
from tests.console.views.conftest import NOW, SIZES, USERS


def delivery(state, detail=""):
    return Delivery(
        state, "c1", DeliveryKind.STORE, "00" * 32, ObjectNames("1.2", "1.2.3"), "Depth map", NOW, "Surgeon 1", state, detail, "", NOW
    )


@pytest.fixture
def made(room, service, show):
    """The screen, and what was asked of it."""
    service.waiting = []
    service.deliveries = lambda _session, _case_id=None: tuple(service.waiting)
    asked = []

    def do(name, answer):
        def work(_service, _session, file):
            asked.append((name, file.case.id))
            if isinstance(answer, Exception):
                raise answer
            return answer

        return work

    doings = Doings(do("report", "here.pdf"), do("appendix", "here.pdf"), do("record", "there"), do("research", "away"),
                    do("send", Refused("No archive is configured.")))  # fmt: skip
    room.session = Session(USERS[0], NOW)
    patient = Patient("0004217", "Demo", "Alma", NOW.date())
    room.show_case(CaseFile(Case("c1", patient, Side.LEFT, NOW), (), (), (), (), (), ()))
    return show(ExportView(room, doings)), asked


@pytest.mark.parametrize("size", SIZES)
def test_it_fits(made, room, service, qtbot, size):
    view, _ = made
    service.waiting = [
        delivery(DeliveryState.QUEUED),
        delivery(DeliveryState.REFUSED, "PACS: It refused the object."),
        *[delivery(DeliveryState.CONFIRMED)] * 9,
    ]
    room.hospital_changed.emit()
    qtbot.waitUntil(lambda: "11 objects: 1 waiting, 1 refused, 9 kept by the archive." in view.archive.text())
    assert not misfits(view)
    assert not crowded(view, room.scale)


def test_each_tap_does_its_work_and_says_so(made, qtbot):
    view, asked = made
    for name, words in (("report", "here.pdf"), ("record", "there"), ("research", "away"), ("send", "No archive is configured.")):
        view.buttons[name].click()
        assert not view.buttons["send"].isEnabled()
        qtbot.waitUntil(lambda words=words: words in view.sentence.text())
        assert view.buttons["send"].isEnabled()
    assert [name for name, _case in asked] == ["report", "record", "research", "send"]


def test_who_may_not_export_cannot(made, room):
    view, _ = made
    room.session = Session(USERS[1], NOW)
    room.case_changed.emit()
    assert not any(button.isEnabled() for button in view.buttons.values())
    assert "may not export" in view.sentence.text()
