"""Cohorts and answers in memory, so that a second look costs nothing. One thread at a time: whoever computes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

from console.cases.model import CaseFile, Session
from console.cases.service import CaseService
from console.cohorts.cohort import Cohort
from console.cohorts.definition import STORE, Definition
from console.cohorts.reader import parse_cohort
from console.cohorts.store_cohort import EvidenceOf, cohort_of_store

ANSWERS_KEPT = 64
Key = tuple[object, ...]
T = TypeVar("T")


class Shelf:
    """`cohort` and `answer` compute once and remember; what changed in the store is read anew."""

    def __init__(self, evidence: EvidenceOf) -> None:
        self._evidence = evidence
        self._sources: dict[str, tuple[Key, Cohort]] = {}
        self._files: tuple[CaseFile, ...] = ()
        self._answers: OrderedDict[Key, Any] = OrderedDict()

    def cohort(self, service: CaseService, session: Session, definition: Definition) -> Cohort:
        """The cases that it names, with their arms."""
        stamp, source = self._source(service, session, definition.source)
        return self.remembered((definition, stamp), lambda: definition.apply(source))

    def whole(self, service: CaseService, session: Session, source: str) -> Cohort:
        """A source without filters: what a builder chooses from."""
        return self._source(service, session, source)[1]

    def files(self, service: CaseService, session: Session) -> tuple[CaseFile, ...]:
        """The cases behind the source that is this store."""
        self._source(service, session, STORE)
        return self._files

    def for_export(self, service: CaseService, session: Session, definition: Definition) -> Cohort:
        """As `cohort`, fit to leave the console: the store's own with shifted days and in the order of pseudonyms."""
        if definition.source != STORE:
            return self.cohort(service, session, definition)
        return definition.apply(cohort_of_store(self.files(service, session), self._evidence, service.cohort_secret, shifted=True))

    def remembered(self, key: Key, compute: Callable[[], T]) -> T:
        """The answer to `key`, computed the first time; the ones not asked for longest are dropped."""
        if key not in self._answers:
            self._answers[key] = compute()
        self._answers.move_to_end(key)
        while len(self._answers) > ANSWERS_KEPT:
            self._answers.popitem(last=False)
        found: T = self._answers[key]
        return found

    def _source(self, service: CaseService, session: Session, source: str) -> tuple[Key, Cohort]:
        kept = {} if source == STORE else {one.name: one.id for one in service.cohorts(session)}
        stamp: Key = (service.registry_stamp(session),) if source == STORE else (kept.get(source, ""),)
        if source not in self._sources or self._sources[source][0] != stamp:
            self._sources[source] = (stamp, self._read(service, session, source))
        return self._sources[source]

    def _read(self, service: CaseService, session: Session, source: str) -> Cohort:
        if source != STORE:
            return parse_cohort(service.imported_cohort(session, source).encode(), source)
        self._files = service.registry(session)
        return cohort_of_store(self._files, self._evidence, service.cohort_secret, shifted=False)
