"""The worker: in order, answers posted, nothing lost to a quick exit, failures delivered to whoever asked."""

import threading

import pytest

from console.acquisition.jobs import Job, Worker


def make():
    posted = []
    return Worker("test", posted.append), posted


def test_jobs_run_in_order_and_every_queued_one_is_done_before_stop_returns():
    worker, posted = make()
    gate, seen = threading.Event(), []
    worker.submit(Job(gate.wait, lambda _: None, lambda _: None))
    for number in range(50):
        worker.submit(Job(lambda number=number: seen.append(number), lambda _: None, lambda _: None))
    gate.set()
    assert worker.stop()
    assert seen == list(range(50))
    assert len(posted) == 51


def test_an_answer_is_heard_only_where_it_is_posted_to():
    worker, posted = make()
    heard = []
    worker.submit(Job(lambda: 42, heard.append, lambda _: None))
    assert worker.stop()
    assert heard == []
    posted[0]()
    assert heard == [42]


def test_a_failure_reaches_the_one_who_asked_and_the_next_job_still_runs():
    worker, posted = make()
    failures, answers = [], []

    def fail():
        raise OSError(28, "full")

    worker.submit(Job(fail, answers.append, failures.append))
    worker.submit(Job(lambda: "next", answers.append, failures.append))
    assert worker.stop()
    for call in posted:
        call()
    assert isinstance(failures[0], OSError)
    assert answers == ["next"]


def test_a_job_handed_in_too_late_is_refused_aloud():
    worker, _ = make()
    assert worker.stop()
    with pytest.raises(RuntimeError):
        worker.submit(Job(lambda: None, lambda _: None, lambda _: None))


def test_a_job_that_hangs_does_not_hang_the_stop():
    worker, _ = make()
    gate = threading.Event()
    worker.submit(Job(gate.wait, lambda _: None, lambda _: None))
    assert not worker.stop(timeout_s=0.05)
    gate.set()
    assert worker.stop()
