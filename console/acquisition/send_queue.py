"""Carries deliveries to the hospital: in order, again and again until they arrive, sent once, across restarts and outages.

Before anything leaves, «sending» is on disk. What stands there when it is picked up may have arrived: the archive is asked first. One thread does all
of it; nobody waits for it, and a power cut at any point costs at most a question.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydicom.uid import generate_uid

from console.cases.outbox import Delivery, DeliveryKind, DeliveryState, Outbox
from console.faults import CaseStoreError
from devices.hospital import Answer, Archive, Names, Outcome, Report
from devices.pacs.mpps import StepDesk

BACK_OFF_S = (5.0, 15.0, 30.0, 60.0, 120.0, 300.0)
IDLE_S = 60.0
ASK_AGAIN = timedelta(hours=1)
BATCH_BYTES = 64 * 1024 * 1024
MOST_ASKED = 100  # objects in one question
DAMAGED = "The file is no longer what was kept. Restore it from a backup, then send it again."
Sleep = Callable[[threading.Event, float], object]


@dataclass(frozen=True, slots=True)
class Destinations:
    """Where things go just now; None where nothing is configured."""

    archive: Archive | None = None
    steps: StepDesk | None = None


class SendQueue:
    """`start` to `stop`; `wake` when something was queued or the settings changed. `changed` hears, on the queue's thread, that a delivery moved."""

    def __init__(
        self, outbox: Outbox, destinations: Callable[[], Destinations], now: Callable[[], datetime], *, changed: Callable[[], None] = lambda: None,
        sleep: Sleep = threading.Event.wait, clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._outbox, self._destinations, self._now, self._changed, self._sleep, self._clock = (
            outbox,
            destinations,
            now,
            changed,
            sleep,
            clock,
        )
        self._failures: dict[str, int] = {}
        self._in_a_row = 0
        self._not_before_s = -1e9
        self._no_promises: Archive | None = None
        self._ask_not_before_s = -1e9
        self._wake = threading.Event()
        self._ending = False
        self._thread = threading.Thread(target=self._run, name="send-queue", daemon=True)

    def start(self) -> None:
        """Begin to carry."""
        self._thread.start()

    def stop(self, limit_s: float = 10.0) -> bool:
        """End after the object that is on its way; whether it ended in time. What is cut off here is asked about at the next start."""
        self._ending = True
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join(limit_s)
        return not self._thread.is_alive()

    def wake(self, *, at_once: bool = False) -> None:
        """Look again; `at_once` forgets the pause after a failure."""
        if at_once:
            self._not_before_s = self._ask_not_before_s = -1e9
            self._no_promises = None
        self._wake.set()

    def carry(self) -> float:
        """One round: hand over what is open, then ask for promises; seconds until the next round is due."""
        places = self._destinations()
        waiting = self._outbox.open_deliveries()
        if self._clock() >= self._not_before_s:
            self._tell_steps(places, waiting)
            self._store(places, waiting)
        if places.archive is not None and self._clock() >= self._ask_not_before_s:
            self._ask(places.archive)
        return min(IDLE_S, max(0.0, self._not_before_s - self._clock())) if waiting and self._in_a_row else IDLE_S

    def _run(self) -> None:
        while not self._ending:
            self._wake.clear()
            try:
                pause_s = self.carry()
            except (CaseStoreError, OSError):  # the store says so itself, on its own card
                pause_s = IDLE_S
            if not self._ending:
                self._sleep(self._wake, pause_s)

    # --- objects -----------------------------------------------------------------------------------------------------------------------

    def _store(self, places: Destinations, waiting: Iterable[Delivery]) -> None:
        objects = [one for one in waiting if one.kind is DeliveryKind.STORE]
        if places.archive is None or not objects:
            return
        objects = self._without_arrived(places.archive, objects)
        objects.sort(key=lambda one: self._failures.get(one.id, 0))  # what failed lets the others pass; the rest stays in its order
        for batch in self._batches(objects):
            if self._ending or not self._send(places.archive, batch):
                return

    def _without_arrived(self, archive: Archive, objects: list[Delivery]) -> list[Delivery]:
        """Ask about what may have arrived; an archive that does not tell is sent it again, under the same identifier."""
        doubtful = [one for one in objects if one.state is DeliveryState.SENDING]
        there = archive.held([_names(one) for one in doubtful]) if doubtful else None
        arrived = [one for one in doubtful if there is not None and one.names.instance in there]
        if arrived:
            self._note(arrived, DeliveryState.SENT, "It had arrived before the line broke.")
        return [one for one in objects if one not in arrived]

    def _batches(self, objects: Iterable[Delivery]) -> Iterator[list[tuple[Delivery, bytes]]]:
        """Read, some megabytes at a time; what is damaged is settled on the way."""
        batch: list[tuple[Delivery, bytes]] = []
        for one in objects:
            try:
                batch.append((one, self._outbox.content(one)))
            except CaseStoreError:
                self._note([one], DeliveryState.REFUSED, DAMAGED)
            if sum(len(content) for _one, content in batch) > BATCH_BYTES:
                yield batch
                batch = []
        if batch:
            yield batch

    def _send(self, archive: Archive, batch: list[tuple[Delivery, bytes]]) -> bool:
        """Whether to go on with the next batch."""
        self._outbox.note([one for one, _content in batch if one.state is DeliveryState.QUEUED], DeliveryState.SENDING)
        settled = 0
        with closing(archive.send([(_names(one), content) for one, content in batch])) as answers:
            for (one, _content), answer in zip(batch, answers, strict=False):
                if not self._settle(one, answer) or self._ending:
                    return False
                settled += 1
        if settled < len(batch):  # it hung up after an answer
            self._pause()
        return settled == len(batch)

    def _settle(self, one: Delivery, answer: Answer) -> bool:
        """Write the answer down; False: stop here, and try again later."""
        if answer.outcome is Outcome.LATER:
            self._failures[one.id] = self._failures.get(one.id, 0) + 1
            self._note([one], DeliveryState.SENDING, answer.sentence)
            self._pause()
            return False
        self._failures.pop(one.id, None)
        self._in_a_row = 0
        self._note([one], DeliveryState.SENT if answer.outcome is Outcome.KEPT else DeliveryState.REFUSED, answer.sentence)
        return True

    def _pause(self) -> None:
        self._not_before_s = self._clock() + BACK_OFF_S[min(self._in_a_row, len(BACK_OFF_S) - 1)]
        self._in_a_row += 1

    # --- steps -------------------------------------------------------------------------------------------------------------------------

    def _tell_steps(self, places: Destinations, waiting: Iterable[Delivery]) -> None:
        """Messages in their order: a step ends only after the hospital knows that it began."""
        messages = [one for one in waiting if one.kind is not DeliveryKind.STORE]
        unknown: set[str] = set()
        for one in messages if places.steps is not None else ():
            if self._ending or one.names.instance in unknown:
                continue
            assert places.steps is not None
            tell = places.steps.begin if one.kind is DeliveryKind.STEP_BEGUN else places.steps.end
            again = one.state is DeliveryState.SENDING
            self._outbox.note([one], DeliveryState.SENDING, one.detail)
            if not self._settle(one, tell(one.names.instance, self._outbox.content(one), again=again)):
                unknown.add(one.names.instance)

    # --- promises ----------------------------------------------------------------------------------------------------------------------

    def _ask(self, archive: Archive) -> None:
        """Storage commitment for what arrived; for what was asked long ago, again."""
        if archive is self._no_promises:
            return
        now = self._now()
        due = [one for one in self._outbox.unconfirmed() if one.state is DeliveryState.SENT or now - one.at > ASK_AGAIN][:MOST_ASKED]
        if not due:
            return
        commit = str(generate_uid())
        self._outbox.note(due, DeliveryState.ASKED, commit=commit)  # first: the answer may be here before the call returns
        answer = archive.ask_to_commit(commit, [_names(one) for one in due])
        if isinstance(answer, Report):
            self._outbox.reported(answer.transaction, answer.kept, answer.missing)
        elif answer.outcome is not Outcome.KEPT:
            self._outbox.note(due, DeliveryState.SENT, answer.sentence)
            self._ask_not_before_s = self._clock() + BACK_OFF_S[-1]
            self._no_promises = archive if answer.outcome is Outcome.REFUSED else None
        self._changed()

    def _note(self, deliveries: Iterable[Delivery], state: DeliveryState, detail: str = "") -> None:
        self._outbox.note(deliveries, state, detail)
        self._changed()


def _names(one: Delivery) -> Names:
    names = one.names
    return Names(names.sop_class, names.instance, names.study, names.series, names.transfer_syntax)
