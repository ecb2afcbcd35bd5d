"""Keeps files sealed, under names that say nothing, and hands them back only when they are what was kept.

A file is cut into pieces of 1 MiB, each sealed with AES-256-GCM under nonce = file's prefix | number | last?, and bound to the content's SHA-256:
pieces cannot be reordered, dropped or mixed. Only sealed bytes ever touch the disk.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from console.cases.files import make_folder, sync_folder
from console.cases.keys import Keys
from console.faults import Refused, StoreDamaged

PIECE = 1 << 20
_TAG = 16
_HEADER = struct.Struct(">4sH7s")  # magic, generation of the key, the nonce's prefix
_MAGIC = b"RLA1"


class Assets:
    """All of one store, under `home/assets`."""

    def __init__(self, home: Path, keys: Keys) -> None:
        self.folder, self._keys = home / "assets", keys

    def path(self, sha256: str) -> Path:
        """Where the content with this hash is kept. The first generation names it for good, so that equal content stays one file."""
        name = hmac.digest(self._keys.derive("asset names", 0), bytes.fromhex(sha256), hashlib.sha256).hex()
        return self.folder / name[:2] / name

    def keep(self, sha256: str, content: Iterable[bytes]) -> None:
        """Seal what `content` yields, unless it is there whole already; durable when it returns."""
        path = self.path(sha256)
        if path.exists() and self.sound(sha256):
            return
        make_folder(self.folder)
        make_folder(path.parent)
        fresh = self.folder / f"{path.name}.{secrets.token_hex(4)}.part"
        try:
            self._seal(fresh, sha256, content)
            fresh.replace(path)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)

    def read(self, sha256: str) -> Iterator[bytes]:
        """The content, piece by piece, each checked; `StoreDamaged` at the first that is not what was kept, or at the end when the whole isn't."""
        whole = hashlib.sha256()
        try:
            with self.path(sha256).open("rb") as file:
                magic, generation, prefix = _HEADER.unpack(file.read(_HEADER.size))
                if magic != _MAGIC or generation > self._keys.newest:
                    raise InvalidTag
                for piece in self._opened(AESGCM(self._keys.derive("asset", generation)), prefix, sha256, file):
                    whole.update(piece)
                    yield piece
        except FileNotFoundError:
            raise StoreDamaged(f"The file {sha256[:12]}… of this case is missing. Restore it from a backup.") from None
        except (InvalidTag, struct.error):
            raise StoreDamaged(f"The file {sha256[:12]}… of this case is damaged. Restore it from a backup.") from None
        if whole.hexdigest() != sha256:
            raise StoreDamaged(f"The file {sha256[:12]}… of this case is damaged. Restore it from a backup.")

    def sound(self, sha256: str) -> bool:
        """Whether it is what was kept."""
        try:
            for _ in self.read(sha256):
                pass
        except StoreDamaged:
            return False
        return True

    def clean(self) -> None:
        """Remove what a crash left half written."""
        for part in self.folder.glob("*.part"):
            part.unlink(missing_ok=True)

    def _seal(self, path: Path, sha256: str, content: Iterable[bytes]) -> None:
        generation, prefix, whole = self._keys.newest, secrets.token_bytes(7), hashlib.sha256()
        cipher = AESGCM(self._keys.derive("asset", generation))
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(_HEADER.pack(_MAGIC, generation, prefix))
            for number, (piece, last) in enumerate(_with_last(_pieces(content))):
                whole.update(piece)
                file.write(cipher.encrypt(_nonce(prefix, number, last=last), piece, bytes.fromhex(sha256)))
            file.flush()
            os.fsync(file.fileno())
        if whole.hexdigest() != sha256:
            raise Refused("The file changed while it was being kept. Try again once it is complete.")

    @staticmethod
    def _opened(cipher: AESGCM, prefix: bytes, sha256: str, file: Iterable[bytes]) -> Iterator[bytes]:
        sealed = iter(lambda: file.read(PIECE + _TAG), b"")  # type: ignore[attr-defined]
        found = False
        for number, (piece, last) in enumerate(_with_last(sealed)):
            found = True
            yield cipher.decrypt(_nonce(prefix, number, last=last), piece, bytes.fromhex(sha256))
        if not found:
            raise InvalidTag


def slices_of(content: bytes) -> Iterator[bytes]:
    """Bytes at hand, in pieces."""
    for start in range(0, len(content), PIECE):
        yield content[start : start + PIECE]


def chunks_of(path: Path) -> Iterator[bytes]:
    """A file of the world, in pieces."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + struct.pack(">IB", number, last)


def _pieces(content: Iterable[bytes]) -> Iterator[bytes]:
    """Cut anew into pieces of one length; one empty piece where there is nothing."""
    held = b""
    for part in content:
        held += part
        while len(held) > PIECE:
            yield held[:PIECE]
            held = held[PIECE:]
    yield held


def _with_last(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each piece, and whether it is the last."""
    waiting: bytes | None = None
    for piece in pieces:
        if waiting is not None:
            yield waiting, False
        waiting = piece
    if waiting is not None:
        yield waiting, True
