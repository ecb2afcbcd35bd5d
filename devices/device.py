"""What every instrument has in common, so that one watch can look after all of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from devices.errors import DeviceError


class DeviceKind(StrEnum):
    """What an instrument is for."""

    CAMERA = "camera"
    VNA = "vna"
    PROJECTOR = "projector"
    SCANNER = "scanner"
    PACS = "pacs"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who answers: for the provenance of every reading taken with it. Unknown words are empty."""

    maker: str
    model: str
    serial: str
    firmware: str
    simulated: bool

    @property
    def name(self) -> str:
        """As a person would say it."""
        return " ".join(word for word in (self.maker, self.model) if word)


@runtime_checkable
class Device(Protocol):
    """An open instrument. Every call ends within a stated time, with a result or a `DeviceError`; calls are safe from any thread."""

    @property
    def address(self) -> str:
        """As the registry reads it."""

    @property
    def kind(self) -> DeviceKind:
        """What it is for."""

    def identify(self) -> Identity:
        """Who answered when it was opened."""

    def check(self) -> None:
        """Cheaply make sure that it is still there and sound; `DeviceError` when it is not."""

    def close(self) -> None:
        """Let go of it; harmless twice."""


class Introduced:
    """What devices share that say who they are when they are opened, and are closed again when they won't."""

    _identity: Identity

    def identify(self) -> Identity:
        """As it introduced itself when it was opened."""
        return self._identity


@contextmanager
def closed_if_refused(device: Device) -> Iterator[None]:
    """Around what a device says first: one that fails here is let go before the failure goes on."""
    try:
        yield
    except DeviceError:
        device.close()
        raise
