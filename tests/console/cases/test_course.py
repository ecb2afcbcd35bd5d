"""The course of an operation: its clocks never run backwards, whatever the wall clock does, and a wrong moment is put right with a reason."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.faces import Face
from console.cases import course
from console.cases.model import Event, EventKind, Role, SpecimenKind
from console.faults import Refused

BERLIN = ZoneInfo("Europe/Berlin")
NINE = datetime(2026, 11, 20, 9, 0, tzinfo=BERLIN)
zones = st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC", "Asia/Kathmandu"]).map(ZoneInfo)
instants = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001
spans = st.timedeltas(timedelta(), timedelta(hours=9))


def event(kind, at, **more):
    return Event(f"{kind} {at}", "c", kind, at, "Nurse 1", **more)


def by_name(events, now):
    return {clock.name: clock for clock in course.clocks(events, now)}


def test_the_clocks_of_a_usual_morning():
    minutes = {EventKind.INCISION: 0, EventKind.SPECIMEN_OUT: 13, EventKind.FROZEN_SENT: 20}
    found = by_name([event(kind, NINE + timedelta(minutes=after)) for kind, after in minutes.items()], NINE + timedelta(minutes=78))
    assert {name: (clock.words, clock.running) for name, clock in found.items()} == {
        "Approach": ("13 min", False), "Cold ischaemia": ("1 h 05", True), "Waiting for frozen section": ("58 min", True),
    }  # fmt: skip


def test_an_answer_and_formalin_stop_their_clocks():
    events = [
        event(EventKind.SPECIMEN_OUT, NINE), event(EventKind.FROZEN_SENT, NINE + timedelta(minutes=5)),
        event(EventKind.FROZEN_RESULT, NINE + timedelta(minutes=35)), event(course.FIXED, NINE + timedelta(minutes=40)),
    ]  # fmt: skip
    found = by_name(events, NINE + timedelta(hours=7))
    assert (found["Cold ischaemia"].words, found["Cold ischaemia"].running) == ("40 min", False)
    assert (found["Frozen section"].words, found["Frozen section"].running) == ("30 min", False)


def test_two_sections_sent_one_answered():
    sent = [event(EventKind.FROZEN_SENT, NINE + timedelta(minutes=m), detail=face) for m, face in ((0, "medial"), (10, "lateral"))]
    answered = [event(EventKind.FROZEN_RESULT, NINE + timedelta(minutes=30), detail="lateral")]
    (waiting,) = course.clocks([*sent, *answered], NINE + timedelta(minutes=31))
    assert (waiting.note, waiting.words) == ("medial", "31 min")


@given(instants, st.lists(st.tuples(st.sampled_from(course.KINDS), spans, zones), max_size=12), spans, zones)
def test_no_clock_is_ever_negative_and_zones_change_nothing(start, logged, later, zone):
    events = [event(kind, (start + after).astimezone(own)) for kind, after, own in logged]
    now = max([start, *(start + after for _, after, _ in logged)]) + later
    clocks = course.clocks(events, now.astimezone(zone))
    assert all(clock.span is None or clock.span >= timedelta() for clock in clocks)
    plain = course.clocks([event(each.kind, each.at.astimezone(UTC)) for each in events], now)
    assert [(clock.name, clock.span) for clock in clocks] == [(clock.name, clock.span) for clock in plain]


@pytest.mark.parametrize(("month", "day", "minutes"), [(3, 29, 90), (10, 25, 90)])
def test_summer_time_comes_and_goes_without_a_jump(month, day, minutes):
    before = datetime(2026, month, day, 0, 30, tzinfo=UTC).astimezone(BERLIN)
    after = (before.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(BERLIN)
    (clock,) = course.clocks([event(EventKind.SPECIMEN_OUT, before)], after)
    assert clock.span == timedelta(minutes=minutes)
    assert clock.words == "1 h 30"


@given(instants, spans.filter(bool))
def test_a_clock_set_back_is_told_not_counted(start, back):
    (clock,) = course.clocks([event(EventKind.INCISION, start)], start - back)
    assert (clock.span, clock.words) == (None, "check the times")


@pytest.fixture
def service(theatre):
    return theatre.service


@pytest.fixture
def nurse(theatre):
    return theatre.sessions[Role.NURSE]


@pytest.fixture
def file_of(theatre, nurse):
    case = theatre.case()
    return lambda: theatre.service.case_file(nurse, case.id)


def test_what_happens_once_is_logged_once(service, nurse, file_of):
    course.log_event(service, nurse, file_of(), EventKind.INCISION)
    with pytest.raises(Refused, match="Incision was logged at"):
        course.log_event(service, nurse, file_of(), EventKind.INCISION)
    for _ in range(2):
        course.log_event(service, nurse, file_of(), EventKind.FROZEN_SENT)
    assert len(file_of().events) == 3


def test_a_shave_is_a_piece_and_a_moment_with_its_face(service, nurse, file_of):
    piece = course.take_shave(service, nurse, file_of(), Face.MEDIAL, "ink on the new margin")
    assert (piece.kind, piece.number, piece.face, piece.new_margin) == (SpecimenKind.SHAVE, 2, Face.MEDIAL, "ink on the new margin")
    (moment,) = file_of().events
    assert (moment.kind, moment.detail, moment.specimen_id) == (EventKind.SHAVE, "medial", piece.id)
    with pytest.raises(ValueError, match="face"):
        course.log_event(service, nurse, file_of(), EventKind.SHAVE)


def test_a_moment_is_moved_with_a_reason_and_the_old_one_is_named(service, nurse, file_of):
    first = course.log_event(service, nurse, file_of(), EventKind.INCISION)
    now = first.at
    with pytest.raises(Refused, match="reason"):
        course.move_event(service, nurse, first, now - timedelta(minutes=5), now, " ")
    with pytest.raises(Refused, match="future"):
        course.move_event(service, nurse, first, now + timedelta(minutes=5), now, "Logged late")
    course.move_event(service, nurse, first, now - timedelta(minutes=5), now, "Logged late")
    (moved,) = file_of().events
    assert (moved.at, moved.supersedes, moved.reason) == (now - timedelta(minutes=5), first.id, "Logged late")


def test_a_moment_that_never_was_is_kept_as_retracted(service, nurse, file_of):
    first = course.log_event(service, nurse, file_of(), EventKind.CLOSURE)
    course.retract_event(service, nurse, first, "Wrong moment tapped")
    assert course.standing_events(file_of()) == ()
    assert [each.kind for each in file_of().events] == ["retracted: closure"]
    course.log_event(service, nurse, file_of(), EventKind.CLOSURE)  # and it may still happen
    assert len(course.standing_events(file_of())) == 1
