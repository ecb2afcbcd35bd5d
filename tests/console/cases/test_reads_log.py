"""Physicians' own calls: blind until the answer was seen, one a reader, a majority, and a column each in the cohort."""

from __future__ import annotations

import pytest

from algorithms.faces import Face
from console.cases import reads_log as log
from console.cases.model import Role
from console.cohorts.store_cohort import cohort_of_store
from console.faults import Refused

POSITIVE = log.Call(True, Face.MEDIAL, log.Confidence.HIGH)
NEGATIVE = log.Call(False, None, log.Confidence.LOW)
UNSURE = log.Call(True, Face.LATERAL, log.Confidence.MEDIUM)


@pytest.fixture
def case(theatre):
    made = theatre.case()
    theatre.main = theatre.service.case_file(theatre.sessions[Role.NURSE], made.id).specimens[0].id
    return made


def read(theatre, case, role, call):
    session = theatre.sessions[role]
    file = theatre.service.case_file(session, case.id)
    log.sign_read(theatre.service, session, file, theatre.main, call, "ab" * 32)
    return theatre.service.case_file(session, case.id)


def test_a_call_before_the_answer_is_blind_and_one_after_is_not(theatre, case):
    session = theatre.sessions[Role.NURSE]
    file = theatre.service.case_file(session, case.id)
    log.choose_blind(theatre.service, session, file, theatre.main)
    file = theatre.service.case_file(session, case.id)
    assert log.reads_blind(file, theatre.main, session.user.name)
    file = read(theatre, case, Role.NURSE, POSITIVE)
    assert not log.reads_blind(file, theatre.main, session.user.name)
    log.note_seen(theatre.service, session, case.id, theatre.main)
    file = theatre.service.case_file(session, case.id)
    with pytest.raises(Refused, match="would not be blind"):
        log.choose_blind(theatre.service, session, file, theatre.main)
    file = read(theatre, case, Role.NURSE, NEGATIVE)
    (again,) = log.reads(file, theatre.main)
    assert (again.blind, again.call) == (False, NEGATIVE)


def test_the_majority_counts_blind_calls_and_each_reader_is_a_column(theatre, case):
    read(theatre, case, Role.NURSE, POSITIVE)
    file = read(theatre, case, Role.SURGEON, UNSURE)
    vote = log.majority(log.reads(file, theatre.main))
    assert (vote.readers, vote.calling_positive, vote.positive) == (2, 2, True)
    assert log.Majority(2, 1).positive is None
    cohort = cohort_of_store([file], lambda _file: (), b"secret", shifted=True)
    columns = [column.name for column in cohort.columns if column.name.startswith("reader_")]
    assert len(columns) == 2
    assert all(name.endswith("_margin") and "nurse" not in name for name in columns)
    assert all(cohort.flags(name)[0] for name in columns)
