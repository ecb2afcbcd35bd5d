"""Calls into drivers that may never come back: made beside the caller, waited for as long as agreed, then left behind."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from devices.errors import DeviceAbsent

T = TypeVar("T")


class BoundedCall(Generic[T]):
    """One call of `work`, begun at once on a daemon thread: nothing can stop a hung driver, so the program must be able to end without it.

    What comes back after the call was given up is handed to `discard`: a camera that opens too late is closed, not lost.
    """

    def __init__(self, work: Callable[[], T], name: str, discard: Callable[[T], object] | None = None) -> None:
        self._work, self._discard = work, discard
        self._name = name
        self._deciding = threading.Lock()
        self._over = threading.Event()
        self._given_up = False
        self._result: tuple[T] | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name=f"{name}-call", daemon=True)
        self._thread.start()

    def result(self, limit_s: float) -> T:
        """What it returned or raised, or `DeviceAbsent` after `limit_s`."""
        if not self._over.wait(limit_s):
            self.give_up()
        if self._error is not None:
            raise self._error
        if self._result is None:
            raise DeviceAbsent(self._name, "It does not answer. Unplug it and plug it in again.")
        return self._result[0]

    def give_up(self) -> None:
        """Stop waiting, from any thread; too late once the call is over."""
        with self._deciding:
            if not self._over.is_set():
                self._given_up = True
                self._over.set()

    def still_running(self) -> bool:
        """Whether the driver still holds the thread."""
        return self._thread.is_alive()

    def _run(self) -> None:
        result: tuple[T] | None = None
        error: BaseException | None = None
        try:
            result = (self._work(),)
        except Exception as cause:  # noqa: BLE001 - handed to whoever waits
            error = cause
        with self._deciding:
            late = self._given_up
            if not late:
                self._result, self._error = result, error
                self._over.set()
        if late and result is not None and self._discard is not None:
            with contextlib.suppress(Exception):  # nobody is left to tell
                self._discard(result[0])
