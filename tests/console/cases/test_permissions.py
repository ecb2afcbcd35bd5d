"""Who may do what, asked of the services themselves: every role, every public method, the right answer written down here once more."""

import inspect
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from console.cases.model import OutcomeKind, Patient, Provenance, Role, Session, Side, SpecimenKind, User, Validity, Value
from console.cases.outbox import DeliveryKind, DeliveryState, ObjectNames
from console.cases.registry import KeptKind
from console.cases.service import CaseService
from console.faults import NotAllowed

S, N, R, A, E = "surgeon", "nurse", "researcher", "administrator", "emergency"
VALUES = (Value("margin", Decimal(1), "mm"),)
USABLE = Validity(usable=True, statement="")
MADE = Provenance("ruler", "1", "")
PATIENT = Patient("MRN-9", "Doe", "Jane", date(1970, 1, 1))


@dataclass(frozen=True)
class World:
    """What the calls below refer to."""

    case: object
    main: object
    sha: str
    reading: str
    event: str
    outcome: str
    user: str
    path: object
    refused: str


# Each public method -> how to call it, and exactly who may.
CALLS = {
    "create_case": (lambda s, w, x: s.create_case(w, PATIENT, Side.LEFT, x.case.scheduled_at), {S, N, E}),
    "amend_case": (lambda s, w, x: s.amend_case(w, replace(x.case, surgeon="Dr X"), "swap"), {S, N, E}),
    "find_cases": (lambda s, w, x: s.find_cases(w), {S, N, R, E}),
    "open_case": (lambda s, w, x: s.open_case(w, x.case.id, "MRN-100"), {S, N, R, E}),
    "case_file": (lambda s, w, x: s.case_file(w, x.case.id), {S, N, R, E}),
    "glances": (lambda s, w, x: s.glances(w, [x.case.id]), {S, N, R, E}),
    "add_specimen": (lambda s, w, x: s.add_specimen(w, x.case.id, SpecimenKind.MAIN), {S, N, E}),
    "amend_specimen": (lambda s, w, x: s.amend_specimen(w, replace(x.main, orientation="short = superior"), "marked"), {S, N, E}),
    "add_entry": (lambda s, w, x: s.add_entry(w, x.case.id, None, "form", "field", "1"), {S, N, E}),
    "undo_entry": (lambda s, w, x: s.undo_entry(w, x.case.id, None, "form"), {S, N, E}),
    "add_reading": (lambda s, w, x: s.add_reading(w, x.case.id, None, "m", VALUES, USABLE, MADE), {S, N, E}),
    "add_reading, correcting": (
        lambda s, w, x: s.add_reading(w, x.case.id, None, "specimen", VALUES, USABLE, MADE, supersedes=x.reading, reason="slip"),
        {S, N},
    ),
    "add_event": (lambda s, w, x: s.add_event(w, x.case.id, "incision"), {S, N, E}),
    "add_event, correcting": (lambda s, w, x: s.add_event(w, x.case.id, "incision", supersedes=x.event, reason="slip"), {S, N}),
    "add_outcome": (lambda s, w, x: s.add_outcome(w, x.case.id, OutcomeKind.DEATH, date(2026, 1, 1)), {S, R}),
    "add_outcome, correcting": (
        lambda s, w, x: s.add_outcome(w, x.case.id, OutcomeKind.DEATH, date(2026, 1, 1), supersedes=x.outcome, reason="slip"),
        {S},
    ),
    "add_asset": (lambda s, w, x: s.add_asset(w, x.case.id, b"new", "text/plain", ""), {S, N, E}),
    "add_asset_file": (lambda s, w, x: s.add_asset_file(w, x.case.id, x.path, "text/plain", ""), {S, N, E}),
    "add_asset_pieces": (lambda s, w, x: s.add_asset_pieces(w, x.case.id, lambda: [b"new"], "text/plain", ""), {S, N, E}),
    "read_asset": (lambda s, w, x: s.read_asset(w, x.case.id, x.sha), {S, N, R, E}),
    "read_asset_pieces": (lambda s, w, x: list(s.read_asset_pieces(w, x.case.id, x.sha)), {S, N, R, E}),
    "note_export": (lambda s, w, x: s.note_export(w, x.case.id, "report.pdf", "00" * 32), {S, R}),
    "note_cleared": (lambda s, w, x: s.note_cleared(w, "2 objects (CT) from CT1", "00" * 8), {S, N, E}),
    "registry": (lambda s, w, x: s.registry(w), {S, R}),
    "registry_stamp": (lambda s, w, x: s.registry_stamp(w), {S, R}),
    "enter_registry": (lambda s, w, x: s.enter_registry(w, x.case.id, "bmi", "24"), {S, R}),
    "cohorts": (lambda s, w, x: s.cohorts(w), {S, R}),
    "imported_cohort": (lambda s, w, x: s.imported_cohort(w, "kept"), {S, R}),
    "keep_cohort": (lambda s, w, x: s.keep_cohort(w, "all", KeptKind.DEFINITION, "1", "{}"), {S, R}),
    "note_cohort_export": (lambda s, w, x: s.note_cohort_export(w, "cohort.csv", "00" * 32, 3), {S, R}),
    "queue_delivery": (lambda s, w, x: s.queue_delivery(w, x.case.id, x.sha, ObjectNames("1.2", "1.2.3"), "SEG"), {S, R}),
    "queue_delivery, a step": (
        lambda s, w, x: s.queue_delivery(w, x.case.id, x.sha, ObjectNames("", "1.2.4"), "begun", DeliveryKind.STEP_BEGUN),
        {S, N, E},
    ),
    "deliveries": (lambda s, w, x: s.deliveries(w, x.case.id), {S, N, R, E}),
    "send_again": (lambda s, w, x: s.send_again(w, x.refused), {S, R}),
    "add_user": (lambda s, w, x: s.add_user(w, "Barbara", Role.NURSE, "2580"), {A}),
    "unlock_user": (lambda s, w, x: s.unlock_user(w, x.user), {A}),
    "set_user_active": (lambda s, w, x: s.set_user_active(w, x.user, active=False), {A}),
    "change_pin": (lambda s, w, x: s.change_pin(w, "2580", "8642"), {S, N, R, A}),
    "change_setting": (lambda s, w, x: s.change_setting(w, "department", "B"), {S, A}),
    "sign_out": (lambda s, w, x: s.sign_out(w), {S, N, R, A, E}),
}
# Before anybody is signed in, or without patient data.
OPEN_TO_ALL = {
    "open",
    "close",
    "users",
    "sign_in",
    "break_glass",
    "resume",
    "settings",
    "health",
    "verify",
    "revision",
    "remember_verified",
    "cohort_secret",
    "outbox",
}


@pytest.fixture
def world(theatre, tmp_path):
    service, surgeon = theatre.service, theatre.surgeon
    case = theatre.case()
    path = tmp_path / "volume"
    path.write_bytes(b"volume")
    other = service.add_user(theatre.administrator, "Betty", Role.NURSE, "2580")
    service.keep_cohort(surgeon, "kept", KeptKind.IMPORT, "2", "case_id\n1\n")
    return World(
        case,
        service.case_file(surgeon, case.id).specimens[0],
        service.add_asset(surgeon, case.id, b"x", "text/plain", "").sha256,
        theatre.reading(case.id, Decimal(1)).id,
        service.add_event(surgeon, case.id, "incision").id,
        service.add_outcome(surgeon, case.id, OutcomeKind.PATHOLOGY, date(2026, 1, 1)).id,
        other.id,
        path,
        refused(service, surgeon, case),
    )


def refused(service, surgeon, case):
    """A delivery that the archive did not take."""
    sha256 = service.add_asset(surgeon, case.id, b"y", "application/dicom", "").sha256
    delivery = service.queue_delivery(surgeon, case.id, sha256, ObjectNames("1.2", "1.2.5"), "SEG")
    service.outbox.note([delivery], DeliveryState.REFUSED, "It refused the object.")
    return delivery.id


def session_of(theatre, who):
    return theatre.service.break_glass("bleeding") if who == E else theatre.sessions[Role(who)]


@pytest.mark.parametrize("who", [S, N, R, A, E])
@pytest.mark.parametrize("call", CALLS)
def test_role_by_action(theatre, world, call, who):
    session = session_of(theatre, who)
    before = theatre.service.revision
    act, allowed = CALLS[call]
    if who in allowed:
        act(theatre.service, session, world)
        return
    with pytest.raises(NotAllowed):
        act(theatre.service, session, world)
    assert theatre.service.revision == before


def test_no_public_method_is_left_out():
    public = {name for name, _ in inspect.getmembers(CaseService) if not name.startswith("_")}
    assert public - OPEN_TO_ALL == {call.split(",")[0] for call in CALLS}


@pytest.mark.parametrize("call", CALLS)
def test_a_session_made_up_elsewhere_has_no_rights(theatre, world, call):
    real = theatre.administrator if A in CALLS[call][1] and S not in CALLS[call][1] else theatre.surgeon
    forged = Session(real.user, real.began_at)
    raised = replace(theatre.sessions[Role.NURSE], user=User(theatre.users[Role.NURSE].id, "Mary", Role.ADMINISTRATOR))
    for session in (forged, raised):
        with pytest.raises(NotAllowed):
            CALLS[call][0](theatre.service, session, world)


@pytest.mark.parametrize("call", CALLS)
def test_who_signed_out_is_out(theatre, world, call):
    theatre.service.sign_out(theatre.surgeon)
    with pytest.raises(NotAllowed):
        CALLS[call][0](theatre.service, theatre.surgeon, world)


def test_emergency_access_ends_by_itself(theatre, world):
    session = theatre.service.break_glass("bleeding")
    theatre.clock.go_on(minutes=15)
    theatre.service.case_file(session, world.case.id)
    theatre.clock.at += timedelta(seconds=1)
    with pytest.raises(NotAllowed, match="15 minutes"):
        theatre.service.case_file(session, world.case.id)


def test_who_is_switched_off_is_out_at_once(theatre, world):
    theatre.service.set_user_active(theatre.administrator, theatre.users[Role.SURGEON].id, active=False)
    with pytest.raises(NotAllowed):
        theatre.service.case_file(theatre.surgeon, world.case.id)
    with pytest.raises(NotAllowed):
        theatre.service.resume(theatre.users[Role.SURGEON].id)
