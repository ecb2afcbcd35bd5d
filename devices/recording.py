"""The file of a recording: every frame as it came, lossless, each with its own check, sealed with the case's key, readable however it was cut off.

A header, then records: the length (4 bytes, big-endian) and so many sealed bytes. The first says what was recorded, the last that it was ended in
good order; between them are the frames. Order and content are bound by AES-GCM (counter as nonce, a key of its own for each file), or by BLAKE2
where there is no key because no patient is in the picture. What follows the first record that is torn or wrong does not count.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import struct
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import numpy as np
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from devices.camera import Flip, Frame, Rotation, sealed
from devices.device import Identity

MAGIC = b"RIMREC01"
_HEADER = struct.Struct(">8sBH16s")  # magic, sealed?, generation of the key, salt
_LENGTH = struct.Struct(">I")
LARGEST_RECORD = 1 << 30
TAG = 16
Unseal = Callable[[int], bytes]  # the key of a generation, 32 bytes


class RecordingUnreadable(Exception):
    """It is no recording, or its key is not at hand; the text ends a sentence that begins with what it is called."""


@dataclass(frozen=True, slots=True)
class Key:
    """32 secret bytes and the generation by which they are found again."""

    generation: int
    secret: bytes


@dataclass(frozen=True, slots=True)
class About:
    """What was recorded: of which case (an id that says nothing of a patient), when (ISO 8601), with which camera."""

    case_id: str
    began_at: str
    camera: Identity


class _Seal(Protocol):
    """How one record is protected; the counter binds its place."""

    def seal(self, number: int, content: bytes) -> bytes:
        """As it is written."""

    def open(self, number: int, content: bytes) -> bytes:
        """As it was; `ValueError` when it is not what was written."""


class _Cipher:
    """AES-GCM under a key of this file's own."""

    def __init__(self, secret: bytes, header: bytes) -> None:
        self._cipher = AESGCM(HKDF(SHA256(), 32, salt=header, info=b"rimlight recording").derive(secret))

    def seal(self, number: int, content: bytes) -> bytes:
        """Ciphertext and tag."""
        return self._cipher.encrypt(number.to_bytes(12, "big"), content, None)

    def open(self, number: int, content: bytes) -> bytes:
        """Decrypted."""
        try:
            return self._cipher.decrypt(number.to_bytes(12, "big"), content, None)
        except InvalidTag:
            raise ValueError("not what was written") from None


class _Checksum:
    """BLAKE2 over place and content: errors are found, nothing is hidden."""

    def __init__(self, header: bytes) -> None:
        self._header = header

    def seal(self, number: int, content: bytes) -> bytes:
        """Content and digest."""
        return content + self._digest(number, content)

    def open(self, number: int, content: bytes) -> bytes:
        """Without the digest."""
        inner, digest = content[:-TAG], content[-TAG:]
        if not hmac.compare_digest(digest, self._digest(number, inner)):
            raise ValueError("not what was written")
        return inner

    def _digest(self, number: int, content: bytes) -> bytes:
        return hashlib.blake2b(content, digest_size=TAG, key=self._header, salt=number.to_bytes(16, "big")).digest()


class RecordingWriter:
    """Writes one recording; for one thread. What `append` returned from survives the end of this process, what `sync` did, a power cut."""

    def __init__(self, path: Path, about: About, key: Key | None) -> None:
        header = _HEADER.pack(MAGIC, key is not None, key.generation if key else 0, secrets.token_bytes(16))
        self._seal: _Seal = _Cipher(key.secret, header) if key else _Checksum(header)
        self._digest = hashlib.sha256()
        self._records = self.frames = self.bytes_written = 0
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        self._file = os.fdopen(handle, "wb", buffering=0)
        self._put(header)
        self._record(json.dumps({"about": asdict(about)}).encode())

    def append(self, frame: Frame) -> None:
        """One frame with all that it says."""
        self._record(_packed(frame))
        self.frames += 1

    def sync(self) -> None:
        """To the disk itself."""
        os.fsync(self._file.fileno())

    def end(self, lost: int) -> str:
        """Close in good order, saying how many frames found no room; the SHA-256 of the file."""
        self._record(json.dumps({"end": {"frames": self.frames, "lost": lost}}).encode())
        self.sync()
        self.close()
        return self._digest.hexdigest()

    def close(self) -> None:
        """Let go of it as it is; harmless twice."""
        self._file.close()

    def _record(self, content: bytes) -> None:
        found = self._seal.seal(self._records, content)
        self._put(_LENGTH.pack(len(found)) + found)
        self._records += 1

    def _put(self, content: bytes) -> None:
        view = memoryview(content)
        while view:
            view = view[self._file.write(view) or 0 :]
        self._digest.update(content)
        self.bytes_written += len(content)


class Recording:
    """A recording on disk, as far as it is whole. `complete`: it was ended in good order; `lost` then says how many frames found no room."""

    def __init__(self, path: Path, unseal: Unseal | None = None) -> None:
        self._file: BinaryIO = _opened(path)
        try:
            header = self._file.read(_HEADER.size)
            self._seal = _seal_of(header, unseal)
            self._places = list(_places(self._file, path.stat().st_size))
            self.about = _about(self._words(0))
            self.complete, self.lost = self._end()
        except BaseException:
            self._file.close()
            raise

    def __len__(self) -> int:
        return len(self._places) - 1 - self.complete

    def frame(self, number: int) -> Frame:
        """Frame `number` from 0; `ValueError` when it is not what was written."""
        return _unpacked(self._content(number + 1))

    def frames(self) -> Iterator[Frame]:
        """All that are whole, in order; the first that is not ends it."""
        for number in range(len(self)):
            try:
                yield self.frame(number)
            except ValueError:
                return

    def close(self) -> None:
        """Let go; harmless twice."""
        self._file.close()

    def _content(self, record: int) -> bytes:
        start, length = self._places[record]
        self._file.seek(start)
        return self._seal.open(record, self._file.read(length))

    def _words(self, record: int) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads(self._content(record))
        except (ValueError, IndexError):
            raise RecordingUnreadable("is damaged at its beginning, or belongs to another store") from None
        return found

    def _end(self) -> tuple[bool, int | None]:
        last = len(self._places) - 1
        if last < 1 or self._places[last][1] > 4096:
            return False, None
        try:
            content = self._content(last)
            return True, int(json.loads(content)["end"]["lost"])
        except (ValueError, KeyError, TypeError):
            return False, None


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise RecordingUnreadable(f"cannot be read: {error.strerror or 'the system refuses'}") from None


def _seal_of(header: bytes, unseal: Unseal | None) -> _Seal:
    if len(header) < _HEADER.size or not header.startswith(MAGIC):
        raise RecordingUnreadable("is no recording of this console")
    _, protected, generation, _ = _HEADER.unpack(header)
    if not protected:
        return _Checksum(header)
    if unseal is None:
        raise RecordingUnreadable("is sealed with the key of its case and can be opened only from there")
    try:
        return _Cipher(unseal(generation), header)
    except LookupError:
        raise RecordingUnreadable("is damaged at its beginning, or belongs to another store") from None


def _places(file: BinaryIO, size: int) -> Iterator[tuple[int, int]]:
    """Where each whole record lies: (start, length)."""
    place = _HEADER.size
    while place + _LENGTH.size <= size:
        file.seek(place)
        (length,) = _LENGTH.unpack(file.read(_LENGTH.size))
        if not TAG <= length <= LARGEST_RECORD or place + _LENGTH.size + length > size:
            return
        yield place + _LENGTH.size, length
        place += _LENGTH.size + length


def _about(words: dict[str, Any]) -> About:
    try:
        found = words["about"]
        return About(str(found["case_id"]), str(found["began_at"]), Identity(**found["camera"]))
    except (KeyError, TypeError):
        raise RecordingUnreadable("is damaged at its beginning") from None


def _packed(frame: Frame) -> bytes:
    """The words' length, the words, the pixels, the colours."""
    words = {
        "number": frame.number, "device_time_s": frame.device_time_s, "host_time_s": frame.host_time_s, "bit_depth": frame.bit_depth,
        "exposure_ms": frame.exposure_ms, "gain_db": frame.gain_db, "excitation_on": frame.excitation_on,
        "saturated_share": frame.saturated_share, "flip": frame.flip.value, "rotation": frame.rotation.value,
        "form": [frame.pixels.dtype.str, *frame.pixels.shape], "colour": None if frame.colour is None else list(frame.colour.shape),
    }  # fmt: skip
    text = json.dumps(words).encode()
    colour = b"" if frame.colour is None else np.ascontiguousarray(frame.colour).data
    return b"".join((_LENGTH.pack(len(text)), text, np.ascontiguousarray(frame.pixels).data, colour))


def _unpacked(content: bytes) -> Frame:
    (length,) = _LENGTH.unpack_from(content)
    words = json.loads(content[_LENGTH.size : _LENGTH.size + length])
    kind, *shape = words["form"]
    start = _LENGTH.size + length
    pixels = np.frombuffer(content, np.dtype(kind), int(np.prod(shape)), start).reshape(shape)
    colour = None
    if words["colour"] is not None:
        colour = np.frombuffer(content, np.uint8, int(np.prod(words["colour"])), start + pixels.nbytes).reshape(words["colour"])
    return Frame(
        words["number"], words["device_time_s"], words["host_time_s"], sealed(pixels), words["bit_depth"], words["exposure_ms"],
        words["gain_db"], words["excitation_on"], words["saturated_share"], Flip(words["flip"]), Rotation(words["rotation"]), colour,
    )  # fmt: skip
