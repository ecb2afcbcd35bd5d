"""The queue against an archive that does everything an archive can do wrong, and against itself being ended at any point."""

from __future__ import annotations

import random

import pytest

from console.acquisition.send_queue import ASK_AGAIN, BACK_OFF_S, Destinations, SendQueue
from console.cases.outbox import DeliveryKind, DeliveryState, ObjectNames
from devices.hospital import Answer, Outcome, Report

LATER, REFUSED, KEPT = Answer(Outcome.LATER, "ARCHIVE: It does not answer."), Answer(Outcome.REFUSED, "No."), Answer(Outcome.KEPT)


class Ended(BaseException):
    """The console ends here, whatever it is doing."""


class Moody:
    """Keeps what arrives and counts how often. Each object meets the next mood: well, lost, answer lost, full, refused, or the console ending."""

    def __init__(self, *moods, tells=True, promises="now"):
        self.moods, self.tells, self.promises = list(moods), tells, promises
        self.arrived: dict[str, int] = {}
        self.forgets: set[str] = set()
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def send(self, objects):
        for names, _content in objects:
            mood = self.moods.pop(0) if self.moods else "well"
            if mood in {"well", "answer lost", "ends after"}:
                self.arrived[names.instance] = self.arrived.get(names.instance, 0) + 1
            if mood.startswith("ends"):
                raise Ended
            yield {"well": KEPT, "refused": REFUSED}.get(mood, LATER)
            if mood in {"lost", "answer lost"}:
                return

    def held(self, objects):
        return frozenset(names.instance for names in objects if names.instance in self.arrived) if self.tells else None

    def ask_to_commit(self, transaction, objects):
        instances = tuple(names.instance for names in objects)
        self.asked.append((transaction, instances))
        if self.promises == "never":
            return Answer(Outcome.REFUSED, "ARCHIVE: It does not offer storage commitment.")
        if self.promises == "absent":
            return LATER
        missing = tuple(one for one in instances if one in self.forgets)
        self.forgets = set()
        for one in missing:
            self.arrived.pop(one)
        return KEPT if self.promises == "by call" else Report(transaction, tuple(one for one in instances if one not in missing), missing)


class Hall:
    """A store with `count` objects queued, and a clock for the queue."""

    def __init__(self, theatre, count=3):
        self.theatre, self.seconds = theatre, 0.0
        case = theatre.case()
        for number in range(count):
            asset = theatre.service.add_asset(theatre.surgeon, case.id, f"object {number}".encode(), "application/dicom", "SEG")
            theatre.service.queue_delivery(
                theatre.surgeon, case.id, asset.sha256, ObjectNames("1.2", f"1.2.{number}", "1", "1.1", "1.9"), "SEG"
            )
        self.case_id = case.id

    def queue(self, archive, steps=None):
        places = Destinations(archive, steps)
        return SendQueue(self.theatre.service.outbox, lambda: places, self.theatre.clock, clock=lambda: self.seconds)

    def states(self):
        return [one.state for one in self.theatre.service.deliveries(self.theatre.surgeon, self.case_id)]

    def until_still(self, queue, rounds=60):
        for _ in range(rounds):
            queue.carry()
            self.seconds += BACK_OFF_S[-1]
            if not self.theatre.service.outbox.open_deliveries():
                return
        raise AssertionError(f"still waiting: {self.states()}")


@pytest.fixture
def hall(theatre):
    return Hall(theatre)


def test_everything_arrives_and_is_promised(hall):
    archive = Moody()
    hall.queue(archive).carry()
    assert archive.arrived == {"1.2.0": 1, "1.2.1": 1, "1.2.2": 1}
    assert hall.states() == [DeliveryState.CONFIRMED] * 3
    hall.queue(archive).carry()
    assert len(archive.asked) == 1


@pytest.mark.parametrize("mood", ["lost", "answer lost", "full"])
def test_what_failed_is_tried_again_and_sent_once(hall, mood):
    archive = Moody("well", mood, mood)
    hall.until_still(hall.queue(archive))
    assert archive.arrived == {"1.2.0": 1, "1.2.1": 1, "1.2.2": 1}


def test_a_refusal_waits_for_a_person_and_the_others_go_on(hall):
    archive = Moody("well", "refused", "well")
    hall.queue(archive).carry()
    assert hall.states() == [DeliveryState.CONFIRMED, DeliveryState.REFUSED, DeliveryState.CONFIRMED]


def test_it_waits_longer_each_time_and_not_after_a_success(hall):
    queue = hall.queue(Moody(*["lost"] * 8, promises="never"))
    pauses = []
    for _ in range(8):
        pauses.append(queue.carry())
        hall.seconds += pauses[-1] + 240.0
    assert pauses[:4] == [5.0, 15.0, 30.0, 60.0]
    hall.seconds += 300.0
    queue.carry()
    assert hall.states() == [DeliveryState.SENT] * 3


def test_one_that_always_fails_does_not_hold_up_the_rest(hall):
    class Poisoned(Moody):
        def send(self, objects):
            for names, content in objects:
                if names.instance == "1.2.0":
                    yield LATER
                    return
                yield from super().send([(names, content)])

    archive = Poisoned()
    queue = hall.queue(archive)
    for _ in range(3):
        queue.carry()
        hall.seconds += 300.0
    assert set(archive.arrived) == {"1.2.1", "1.2.2"}


def test_a_wake_up_at_once_forgets_the_pause(hall):
    archive = Moody("lost")
    queue = hall.queue(archive)
    queue.carry()
    queue.carry()
    assert not archive.arrived
    queue.wake(at_once=True)
    queue.carry()
    assert len(archive.arrived) == 3


@pytest.mark.parametrize("seed", [*range(6), *(pytest.param(seed, marks=pytest.mark.endurance) for seed in range(6, 60))])
def test_nothing_is_lost_and_nothing_sent_twice_whatever_happens(theatre, seed):
    """Lines break, disks fill, answers are lost, and the console ends before or after an object, in any order; then it all works again."""
    chance = random.Random(seed)
    hall = Hall(theatre, count=4)
    moods = chance.choices(["well", "lost", "answer lost", "full", "ends before", "ends after"], k=chance.randrange(3, 14))
    archive = Moody(*moods)
    archive.forgets = {"1.2.2"} if seed % 3 == 0 else set()
    queue = hall.queue(archive)
    for _ in range(80):
        try:
            queue.carry()
        except Ended:
            theatre.reopen()
            queue = hall.queue(archive)
        hall.seconds += 300.0
    assert archive.arrived == {f"1.2.{number}": 1 for number in range(4)}, moods
    assert hall.states() == [DeliveryState.CONFIRMED] * 4
    assert theatre.service.verify() == ()


def test_an_archive_that_tells_nothing_is_sent_it_again_under_the_same_identifier(hall):
    archive = Moody("answer lost", tells=False)
    hall.until_still(hall.queue(archive))
    assert archive.arrived == {"1.2.0": 2, "1.2.1": 1, "1.2.2": 1}  # one instance for the archive: the identifier is the same


def test_a_promise_that_does_not_come_is_asked_for_again(hall):
    archive = Moody(promises="by call")
    queue = hall.queue(archive)
    queue.carry()
    queue.carry()
    assert (hall.states(), len(archive.asked)) == ([DeliveryState.ASKED] * 3, 1)
    hall.theatre.clock.at += 2 * ASK_AGAIN
    queue.carry()
    assert len(archive.asked) == 2
    hall.theatre.service.outbox.reported(*archive.asked[0], [])  # the first answer, late
    assert hall.states() == [DeliveryState.CONFIRMED] * 3


def test_no_promises_are_asked_of_who_gives_none(hall):
    archive = Moody(promises="never")
    queue = hall.queue(archive)
    for _ in range(3):
        queue.carry()
        hall.seconds += 1000.0
    assert (hall.states(), len(archive.asked)) == ([DeliveryState.SENT] * 3, 1)


def test_an_archive_that_is_away_when_asked_is_asked_later(hall):
    archive = Moody(promises="absent")
    queue = hall.queue(archive)
    queue.carry()
    queue.carry()
    assert len(archive.asked) == 1
    archive.promises = "now"
    hall.seconds += 301.0
    queue.carry()
    assert hall.states() == [DeliveryState.CONFIRMED] * 3


def test_a_damaged_file_is_refused_and_the_others_go(hall):
    first = hall.theatre.service.deliveries(hall.theatre.surgeon)[0]
    hall.theatre.service._assets.path(first.sha256).write_bytes(b"nothing")
    archive = Moody()
    hall.queue(archive).carry()
    assert hall.states()[0] is DeliveryState.REFUSED
    assert set(archive.arrived) == {"1.2.1", "1.2.2"}


class Steps:
    def __init__(self, *answers):
        self.answers, self.told = list(answers), []

    def begin(self, instance, _content, *, again=False):
        return self._tell("begin", instance, again)

    def end(self, instance, _content, *, again=False):
        return self._tell("end", instance, again)

    def _tell(self, what, instance, again):
        self.told.append((what, instance, again))
        return self.answers.pop(0) if self.answers else KEPT


def test_a_step_ends_only_after_the_hospital_knows_that_it_began(theatre):
    hall = Hall(theatre, count=0)
    for number, kind in enumerate((DeliveryKind.STEP_BEGUN, DeliveryKind.STEP_ENDED)):
        asset = theatre.service.add_asset(theatre.surgeon, hall.case_id, f"message {number}".encode(), "application/dicom", "")
        theatre.service.queue_delivery(theatre.surgeon, hall.case_id, asset.sha256, ObjectNames("1.2", "2.25.7"), kind.value, kind)
    steps = Steps(LATER)
    queue = hall.queue(None, steps)
    queue.carry()
    assert steps.told == [("begin", "2.25.7", False)]
    hall.seconds += 10.0
    queue.carry()
    assert steps.told[1:] == [("begin", "2.25.7", True), ("end", "2.25.7", False)]
    assert hall.states() == [DeliveryState.SENT] * 2


def test_it_runs_by_itself_and_ends_in_time(hall):
    archive = Moody()
    queue = hall.queue(archive)
    queue.start()
    try:
        while DeliveryState.CONFIRMED not in hall.states()[-1:]:
            pass
    finally:
        assert queue.stop()
