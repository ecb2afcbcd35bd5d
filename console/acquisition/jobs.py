"""Work that must not run on the screen's thread: one worker, in order, every answer posted back to where it was asked."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Post = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class Job:
    """What to do, and who hears of it."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]


class Worker:
    """A thread that does jobs one after another. What was handed in before `stop` is finished; nothing is lost to a quick exit."""

    def __init__(self, name: str, post: Post) -> None:
        self._post = post
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name)
        self._thread.start()

    def submit(self, job: Job) -> None:
        """Queue a job; after `stop` it is refused, because nobody would do it."""
        if self._stopping.is_set():
            raise RuntimeError("the worker has stopped")
        self._jobs.put(job)

    def stop(self, timeout_s: float = 10.0) -> bool:
        """Finish what is queued and end the thread; whether it ended in time."""
        if not self._stopping.is_set():
            self._stopping.set()
            self._jobs.put(None)
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            self._post = lambda _call: None  # a job that outlives its console finds nobody to tell, not a window that is gone
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._do(job)

    def _do(self, job: Job) -> None:
        try:
            result = job.work()
        except Exception as error:  # noqa: BLE001 - whatever happened belongs to whoever asked
            self._post(_call(job.failed, error))
        else:
            self._post(_call(job.done, result))


def errand(work: Callable[[], object]) -> Job:
    """A job of which nobody needs to hear."""
    return Job(work, lambda _result: None, lambda _error: None)


def _call(hear: Callable[[Any], None], what: Any) -> Callable[[], None]:
    return lambda: hear(what)
