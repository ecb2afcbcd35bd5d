"""The audit trail: who did what, when, old -> new, each line sealed onto the one before it, the last one anchored outside the database.

MAC n = HMAC-SHA256(audit key, MAC n-1 + canonical line n). A line that made or changed a row carries the digest of the whole row after it, so the
chain vouches for every table. A line names the generation of the key that sealed it, and generations never go back.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
import sys
import time
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from console.cases.files import flush_data, read_whole, write_whole
from console.cases.keys import Keys
from console.cases.rows import canonical

GENESIS = bytes(32)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the trail, as its row. `digest` and `mac` are raw bytes; `change` is JSON {field: [old, new]}."""

    seq: int
    at: str
    monotonic_ns: int
    boot: str
    user: str
    action: str
    tbl: str | None
    row_id: str | None
    case_id: str | None
    change: str | None
    digest: bytes | None
    key: int
    mac: bytes = b""

    def sealed_onto(self, previous: bytes, key: bytes) -> bytes:
        """The MAC that belongs to this line after a line with the MAC `previous`."""
        kept = [getattr(self, name) for name in COLUMNS if name not in {"mac", "digest"}]
        text = canonical([*kept, self.digest.hex() if self.digest else None])
        return hmac.digest(key, previous + text.encode(), hashlib.sha256)

    def to_list(self) -> list[Any]:
        """For a journal."""
        return [value.hex() if isinstance(value, bytes) else value for value in self.to_row()]

    def to_row(self) -> tuple[Any, ...]:
        """For the table, in the order of its columns."""
        return tuple(getattr(self, name) for name in COLUMNS)

    def sealed(self, previous: bytes, key: bytes) -> Line:
        """With the MAC that belongs to it."""
        return replace(self, mac=self.sealed_onto(previous, key))

    @classmethod
    def from_list(cls, kept: list[Any]) -> Line:
        """From a journal."""
        named = dict(zip(COLUMNS, kept, strict=True))
        named["digest"] = bytes.fromhex(named["digest"]) if named["digest"] else None
        return cls(**{**named, "mac": bytes.fromhex(named["mac"])})


COLUMNS = tuple(field.name for field in fields(Line))
SELECTED = ", ".join(COLUMNS)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain."""

    seq: int
    mac: bytes


START = Head(0, GENESIS)


@cache
def boot_id() -> str:
    """Names the run of the machine that monotonic times count from; of this process, where the system doesn't say."""
    path = Path("/proc/sys/kernel/random/boot_id")
    return path.read_text().strip() if sys.platform == "linux" and path.exists() else secrets.token_hex(16)


monotonic_ns = time.monotonic_ns


class Anchor:
    """The chain's end, in a small file beside the database: two slots written in turn, each proving itself, so that a torn write leaves the other."""

    SLOT = struct.Struct(">QH32s32s")
    APART = 4096  # each slot in a page of its own

    def __init__(self, path: Path, keys: Keys) -> None:
        self._path, self._keys, self._turn = path, keys, 0

    def exists(self) -> bool:
        """Whether there is a file at all."""
        return self._path.exists()

    def begin(self, head: Head = START) -> None:
        """Both halves anew: before there is a database, or when one of them is damaged."""
        slot = self._packed(head).ljust(self.APART, b"\0")
        write_whole(self._path, slot + slot)

    def write(self, head: Head) -> None:
        """Durable when it returns."""
        with self._path.open("r+b") as file:
            file.seek(self._turn * self.APART)
            file.write(self._packed(head))
            file.flush()
            flush_data(file.fileno())
        self._turn = 1 - self._turn

    def read(self) -> Head | None:
        """The newest slot that proves itself; None when neither does."""
        content = read_whole(self._path)
        found = [(head.seq, turn, head) for turn in (0, 1) if (head := self._slot(content, turn))]
        if not found:
            return None
        _, turn, head = max(found, key=lambda item: item[0])
        self._turn = 1 - turn
        return head

    def spotless(self) -> bool:
        """Whether every byte is as it should be: each half proves itself, and there is nothing else."""
        content = read_whole(self._path)
        rests = (content[turn * self.APART + self.SLOT.size : (turn + 1) * self.APART] for turn in (0, 1))
        return len(content) == 2 * self.APART and all(self._slot(content, turn) for turn in (0, 1)) and not any(map(any, rests))

    def _packed(self, head: Head) -> bytes:
        generation = self._keys.newest
        return self.SLOT.pack(head.seq, generation, head.mac, self._proof(head, generation))

    def _slot(self, content: bytes, turn: int) -> Head | None:
        part = content[turn * self.APART : turn * self.APART + self.SLOT.size]
        if len(part) < self.SLOT.size:
            return None
        seq, generation, mac, proof = self.SLOT.unpack(part)
        head = Head(seq, mac)
        known = generation <= self._keys.newest
        return head if known and hmac.compare_digest(proof, self._proof(head, generation)) else None

    def _proof(self, head: Head, generation: int) -> bytes:
        return hmac.digest(self._keys.derive("anchor", generation), struct.pack(">QH", head.seq, generation) + head.mac, hashlib.sha256)
