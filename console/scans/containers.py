"""HDF5, MATLAB v7.3 and npz behind one small face: named arrays whose size is known before they are read, and small attributes.

Nothing is ever unpickled, no link is followed out of the file, and a size is checked before memory is taken.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import h5py
import numpy as np
import numpy.typing as npt

LARGEST_ATTRIBUTE = 4096  # values
COMPLEX_FIELDS = (("r", "i"), ("real", "imag"))
SIGNATURE_PLACES = (0, 512, 1024, 2048)  # HDF5 may begin behind a user block; MATLAB's has 512 bytes


class Unreadable(Exception):
    """The file is not what it should be; the text is the end of a sentence that begins with its name."""


@dataclass(frozen=True, slots=True)
class Form:
    """An array before it is read."""

    shape: tuple[int, ...]
    kind: str  # as numpy's: f, i, u, c …


class Container(Protocol):
    """What all formats offer."""

    def names(self) -> tuple[str, ...]:
        """Of the arrays."""

    def form(self, name: str) -> Form:
        """Shape and kind, without reading."""

    def read(self, name: str, start: int = 0, stop: int | None = None) -> npt.NDArray[Any]:
        """Rows `start` to `stop` of the first axis."""

    def attribute(self, name: str) -> Any:
        """A small attribute as plain Python: text, number, list; None when absent."""


@contextmanager
def opened(path: Path) -> Iterator[Container]:
    """Open by content, not by name."""
    with path.open("rb") as file:
        first = file.read(4096)
    if first[:4] == b"PK\x03\x04":
        try:
            with zipfile.ZipFile(path) as archive:
                yield _Npz(archive)
        except (zipfile.BadZipFile, NotImplementedError, EOFError):
            raise Unreadable("is a damaged npz archive") from None
    elif any(first[place : place + 8] == b"\x89HDF\r\n\x1a\n" for place in SIGNATURE_PLACES):
        try:
            file_ = h5py.File(path, "r")
        except OSError:
            raise Unreadable("is a damaged HDF5 file") from None
        with file_:
            yield _Hdf5(file_, matlab=first.startswith(b"MATLAB 7.3"))
    else:
        raise Unreadable("is neither HDF5 nor npz nor MATLAB v7.3")


class _Hdf5:
    """HDF5; MATLAB stores the axes the other way round, and attributes as variables."""

    def __init__(self, file: h5py.File, *, matlab: bool) -> None:
        self._file = file
        self._matlab = matlab

    def names(self) -> tuple[str, ...]:
        return tuple(str(name) for name in self._file if self._plain(str(name)))

    def _plain(self, name: str) -> bool:
        """A dataset of this very file: no link leads out, no bytes come from elsewhere."""
        if not isinstance(self._file.get(name, getlink=True), h5py.HardLink):
            return False
        found = self._file.get(name)
        return isinstance(found, h5py.Dataset) and not found.is_virtual and not found.external

    def form(self, name: str) -> Form:
        found = self._file[name]
        shape = tuple(int(side) for side in found.shape or ())
        return Form(shape[::-1] if self._matlab else shape, "c" if _complex_fields(found.dtype) else found.dtype.kind)

    def read(self, name: str, start: int = 0, stop: int | None = None) -> npt.NDArray[Any]:
        found = self._file[name]
        if not found.shape:
            return np.asarray(found[()])
        values = found[..., start:stop].T if self._matlab else found[start:stop]
        return _as_complex(np.asarray(values))

    def attribute(self, name: str) -> Any:
        if name in self._file.attrs:
            return _plain(self._file.attrs[name])
        if name not in self.names() or int(np.prod(self.form(name).shape, dtype=np.float64)) > LARGEST_ATTRIBUTE:
            return None
        value = self.read(name)
        text = self._matlab and self._file[name].attrs.get("MATLAB_class") == b"char"
        return "".join(chr(int(code)) for code in value.ravel()) if text else _plain(value)


class _Npz:
    """A zip of npy files, whose headers say shape and kind."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._members = {info.filename.removesuffix(".npy"): info for info in archive.infolist() if info.filename.endswith(".npy")}
        self._whole: dict[str, npt.NDArray[Any]] = {}

    def names(self) -> tuple[str, ...]:
        return tuple(self._members)

    def _header(self, name: str) -> tuple[tuple[int, ...], bool, np.dtype[Any], int]:
        info = self._members[name]
        with self._archive.open(info) as file:
            try:
                version = np.lib.format.read_magic(file)
                if version not in {(1, 0), (2, 0)}:
                    raise Unreadable(f"holds {name} in an unknown version of npy")
                read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
                shape, by_column, dtype = read(file)
            except ValueError:
                raise Unreadable(f"holds {name} with a damaged header") from None
            return shape, by_column, dtype, info.file_size - file.tell()

    def form(self, name: str) -> Form:
        shape, _, dtype, _ = self._header(name)
        return Form(shape, "c" if _complex_fields(dtype) else dtype.kind)

    def read(self, name: str, start: int = 0, stop: int | None = None) -> npt.NDArray[Any]:
        if name not in self._whole:
            shape, by_column, dtype, left = self._header(name)
            wanted = int(np.prod(shape, dtype=np.float64)) * dtype.itemsize
            if dtype.hasobject or wanted != left:
                raise Unreadable(f"holds {name} with another length than it says")
            with self._archive.open(self._members[name]) as file:
                file.read(self._members[name].file_size - left)
                values = np.frombuffer(file.read(left), dtype=dtype)
            self._whole[name] = _as_complex(values.reshape(shape, order="F" if by_column else "C"))
        found = self._whole[name]
        return found if found.ndim == 0 else found[start:stop]

    def attribute(self, name: str) -> Any:
        if name not in self._members or int(np.prod(self.form(name).shape, dtype=np.float64)) > LARGEST_ATTRIBUTE:
            return None
        return _plain(self.read(name))


def _complex_fields(dtype: np.dtype[Any]) -> bool:
    return dtype.kind == "c" or dtype.names in COMPLEX_FIELDS


def _as_complex(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Compound (real, imaginary) numbers, as MATLAB and others store them, as complex ones."""
    if values.dtype.names not in COMPLEX_FIELDS:
        return values
    real, imaginary = (values[name].astype(np.float64) for name in values.dtype.names)
    return np.asarray(real + 1j * imaginary)


def _plain(value: Any) -> Any:
    """Text, a number, or a list of numbers."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, np.ndarray):
        flat = [_plain(item) for item in value.ravel()[:LARGEST_ATTRIBUTE]]
        return flat[0] if len(flat) == 1 else flat
    return value.item() if isinstance(value, np.generic) else value
