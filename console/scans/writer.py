"""Scan and depth files, written whole or not at all, with where they came from."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt

from console.faults import Refused

COMPRESSION: dict[str, Any] = {"compression": "gzip", "compression_opts": 4, "shuffle": True}


def write_hdf5(path: Path, arrays: Mapping[str, npt.NDArray[Any]], attributes: Mapping[str, Any]) -> None:
    """Write arrays, compressed, and attributes of the root; an older file of that name stays until the new one is complete."""

    def fill(file: h5py.File) -> None:
        for name, array in arrays.items():
            file.create_dataset(name, data=array, **(COMPRESSION if np.ndim(array) else {}))
        file.attrs.update(attributes)

    _whole(path, fill)


def _whole(path: Path, fill: Callable[[h5py.File], None]) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with h5py.File(part, "w") as file:
            fill(file)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Refused(f"{path.name} cannot be written: {os.strerror(error.errno) if error.errno else 'the system refuses'}.") from None
