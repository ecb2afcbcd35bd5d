"""What a scan file holds, checked from its words to its last number; runs in a child process, because a damaged file may take its reader down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from algorithms.microwave.hadamard import Ordering, is_side
from algorithms.microwave.media import TimeConvention
from console.scans.containers import Container, Unreadable, opened

LARGEST_SIDE, MOST_FREQUENCIES, MOST_REPEATS = 1024, 4001, 100
MOST_VALUES = 300e6  # of a reading array: twice 256 × 256 patterns at 1001 frequencies
LOWEST_HZ, HIGHEST_HZ = 1e9, 1e11
DEEPEST_MM = 100.0
MOST_DIFFUSION_MM = 10.0
PRECISE_VALUES = 8e6  # more readings than these are kept in single precision: memory
ROWS_TOGETHER = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """`kind` is readings, normalised or depth; `words` are plain and go through JSON; arrays by name."""

    kind: str
    words: dict[str, Any]
    arrays: dict[str, npt.NDArray[Any]]


def decode(path: Path) -> Decoded:
    """Read and check; `Unreadable` says what is wrong."""
    with opened(path) as file:
        names = set(file.names())
        if {"sample", "reference"} <= names:
            return _readings(file)
        if "normalised" in names:
            return _normalised(file)
        if "depth_mm" in names:
            return _depth(file)
        if names & {"sample", "reference"}:
            raise Unreadable(f"holds /{(names & {'sample', 'reference'}).pop()} without its counterpart")
        raise Unreadable("holds neither /sample and /reference, nor /normalised, nor /depth_mm")


def _readings(file: Container) -> Decoded:
    frequency = _frequencies(file)
    words = _words(file, _whole(file, "rows"), _whole(file, "columns"))
    rows, columns = words["rows"], words["columns"]
    if not (is_side(rows) and is_side(columns)):
        raise Unreadable(f"has {rows} × {columns} pixels; Hadamard patterns need sides of 2, 4, 8 …")
    words["ordering"] = _one_of(file, "ordering", [each.value for each in Ordering])
    _one_of(file, "basis", ["hadamard"])
    forms = {name: _shape(file, name, (2, 2) if name == "sample" else (2, 3)) for name in ("sample", "reference")}
    for name, shape in forms.items():
        patterns, points = shape[-2:]
        if points != frequency.size:
            raise Unreadable(f"has {points} frequencies in /{name} and {frequency.size} in /frequency_hz")
        if not 4 <= patterns <= 2 * rows * columns:
            raise Unreadable(f"has {patterns} patterns in /{name}; {rows} × {columns} pixels have {2 * rows * columns}")
    complete = _truth(file, "complete")
    if complete and forms["sample"][0] != 2 * rows * columns:
        raise Unreadable(f"calls itself complete with {forms['sample'][0]} of {2 * rows * columns} patterns")
    arrays = {"frequency_hz": frequency}
    arrays["sample"], arrays["sums"], clipped = _pairs(file, "sample", None)
    arrays["reference"], words["spread"] = _reference(file, forms["reference"])
    words |= {"clipped": clipped, "repeats": forms["reference"][0] if len(forms["reference"]) == 3 else 1}
    words["diffusion_mm"] = _diffusion(file)
    words["second_window"] = None
    if "second" in file.names():
        words["second_window"] = _second_window(file, rows, columns, frequency.size)
        arrays["second"], arrays["second_sums"], _ = _pairs(file, "second", None)
    if not np.abs(arrays["reference"]).max() > 0:
        raise Unreadable("has a reference without any signal")
    return Decoded("readings", words, arrays)


def _diffusion(file: Container) -> float:
    """How far the carriers wander, mm; 0 where a file says nothing."""
    value = file.attribute("diffusion_mm")
    if value is None:
        return 0.0
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MOST_DIFFUSION_MM:
        raise Unreadable(f"has an attribute diffusion_mm that is no length up to {MOST_DIFFUSION_MM:g} mm")
    return float(value)


def _second_window(file: Container, rows: int, columns: int, points: int) -> list[int]:
    """Row, column, rows, columns and fineness of a second look, in the map's pixels."""
    value = file.attribute("second_window")
    numbers = value if isinstance(value, list) else []
    if len(numbers) != 5 or not all(isinstance(each, int | float) and each == int(each) and 0 <= each <= LARGEST_SIDE for each in numbers):
        raise Unreadable("lacks the attribute second_window: row, column, rows, columns and fineness")
    row, column, high, wide, finer = (int(each) for each in numbers)
    fine = high * finer, wide * finer
    if not (is_side(fine[0]) and is_side(fine[1]) and row + high <= rows and column + wide <= columns):
        raise Unreadable("has a second look that does not lie within its map")
    patterns, found = _shape(file, "second", (2, 2))
    if found != points or not 4 <= patterns <= 2 * fine[0] * fine[1]:
        raise Unreadable(f"has a second look of {patterns} patterns and {found} frequencies")
    return [row, column, high, wide, finer]


def _pairs(file: Container, name: str, repeat: int | None) -> tuple[npt.NDArray[Any], npt.NDArray[Any], float]:
    """Positive minus negative and their sums, (pairs, F) each, and the share of readings at exactly the largest value; block by block."""
    shape = file.form(name).shape
    count = shape[-2] - shape[-2] % 2
    precise = count * shape[-1] <= PRECISE_VALUES
    kind = np.complex128 if precise else np.complex64
    differences = np.empty((count // 2, shape[-1]), dtype=kind)
    sums = np.empty((count // 2, shape[-1]), dtype=np.complex64)
    largest, at_largest = 0.0, 0
    whole = file.read(name, repeat, repeat + 1)[0] if repeat is not None else None
    for start in range(0, count, ROWS_TOGETHER):
        stop = min(start + ROWS_TOGETHER, count)
        block = np.ascontiguousarray(file.read(name, start, stop) if whole is None else whole[start:stop], dtype=np.complex128)
        if not np.isfinite(block.view(np.float64)).all():
            raise Unreadable(f"holds values in /{name} that are not numbers")
        differences[start // 2 : stop // 2] = block[0::2] - block[1::2]
        sums[start // 2 : stop // 2] = block[0::2] + block[1::2]
        parts = np.abs(block.view(np.float64))
        top = float(parts.max())
        at_largest = (at_largest if top == largest else 0) + int((parts == top).sum()) if top >= largest else at_largest
        largest = max(largest, top)
    return differences, sums, at_largest / (2 * count * shape[-1]) if largest else 0.0


def _reference(file: Container, shape: tuple[int, ...]) -> tuple[npt.NDArray[Any], float]:
    """The mean over repeats, and how far they are from it, relative to its size."""
    if len(shape) == 2:
        return _pairs(file, "reference", None)[0], 0.0
    repeats = [_pairs(file, "reference", index)[0] for index in range(shape[0])]
    mean = np.mean(repeats, axis=0)
    off = float(np.sqrt(np.mean([np.linalg.norm(each - mean) ** 2 for each in repeats])))
    return mean, off / max(float(np.linalg.norm(mean)), 1e-300)


def _normalised(file: Container) -> Decoded:
    frequency = _frequencies(file)
    rows, columns, points = _shape(file, "normalised", (3, 3))
    words = _words(file, rows, columns)
    _same_size(file, rows, columns)
    if points != frequency.size:
        raise Unreadable(f"has {points} frequencies in /normalised and {frequency.size} in /frequency_hz")
    values = np.ascontiguousarray(file.read("normalised"))
    values = values.astype(np.complex64 if values.dtype == np.complex64 else np.complex128, copy=False).reshape(rows * columns, points)
    measured = np.isfinite(values.view(values.real.dtype)).all(axis=1)
    if not measured.any():
        raise Unreadable("holds no pixel that was measured")
    if np.abs(values[measured]).max() > 1e6:
        raise Unreadable("holds values that are no normalised signal: they should be about 1")
    return Decoded("normalised", words, {"frequency_hz": frequency, "normalised": values})


def _depth(file: Container) -> Decoded:
    rows, columns = _shape(file, "depth_mm", (2, 2), "fiu")
    _same_size(file, rows, columns)
    words = {"rows": rows, "columns": columns, "field_of_view_mm": _field(file), "simulated": _simulated(file)}
    arrays = {"depth_mm": np.asarray(file.read("depth_mm"), dtype=np.float64)}
    if "error" in file.names():
        if _shape(file, "error", (2, 2), "fiu") != (rows, columns):
            raise Unreadable("has an /error of another size than /depth_mm")
        arrays["error"] = np.nan_to_num(np.asarray(file.read("error"), dtype=np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    seen = arrays["depth_mm"][np.isfinite(arrays["depth_mm"])]
    if not seen.size:
        raise Unreadable("holds no depth at all")
    if seen.min() < 0 or seen.max() > DEEPEST_MM:
        raise Unreadable(f"holds depths outside 0 to {DEEPEST_MM:g} mm")
    return Decoded("depth", words, arrays)


def _words(file: Container, rows: int, columns: int) -> dict[str, Any]:
    """The attributes that every measurement has."""
    convention = _one_of(file, "time_convention", [each.value for each in TimeConvention])
    return {
        "rows": rows,
        "columns": columns,
        "field_of_view_mm": _field(file),
        "time_convention": convention,
        "simulated": _simulated(file),
    }


def _frequencies(file: Container) -> npt.NDArray[np.float64]:
    if "frequency_hz" not in file.names():
        raise Unreadable("has no /frequency_hz")
    shape = _shape(file, "frequency_hz", (1, 2), "fiu")
    count = int(np.prod(shape))
    if max(shape) != count or not 2 <= count <= MOST_FREQUENCIES:
        raise Unreadable(f"has /frequency_hz of {' × '.join(str(side) for side in shape)}; a list of 2 to {MOST_FREQUENCIES} is needed")
    found = np.asarray(file.read("frequency_hz"), dtype=np.float64).ravel()
    if not (np.isfinite(found).all() and (np.diff(found) > 0).all()):
        raise Unreadable("has frequencies that do not rise")
    if found[0] < LOWEST_HZ or found[-1] > HIGHEST_HZ:
        raise Unreadable(f"has frequencies from {found[0]:.4g} to {found[-1]:.4g} Hz; 1 to 100 GHz are possible, in Hz")
    return found


def _shape(file: Container, name: str, axes: tuple[int, int], kinds: str = "cf") -> tuple[int, ...]:
    """The shape of an array, once it is known to be of a kind and a size that can be read."""
    form = file.form(name)
    sizes = " × ".join(str(side) for side in form.shape) or "a single value"
    if form.kind not in kinds:
        raise Unreadable(f"has a /{name} that is not made of {'complex numbers' if 'c' in kinds else 'numbers'}")
    if not axes[0] <= len(form.shape) <= axes[1] or 0 in form.shape:
        raise Unreadable(f"has a /{name} of {sizes}")
    if float(np.prod(form.shape, dtype=np.float64)) > MOST_VALUES or form.shape[0] > max(2 * LARGEST_SIDE**2, MOST_REPEATS):
        raise Unreadable(f"has a /{name} of {sizes}: that is too large")
    return form.shape


def _whole(file: Container, name: str) -> int:
    value = file.attribute(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value) or not 1 <= value <= LARGEST_SIDE:
        raise Unreadable(f"lacks the attribute {name}, a whole number up to {LARGEST_SIDE}")
    return int(value)


def _same_size(file: Container, rows: int, columns: int) -> None:
    """Where the words say a size too, it must be that of the array."""
    if max(rows, columns) > LARGEST_SIDE:
        raise Unreadable(f"has {rows} × {columns} pixels; at most {LARGEST_SIDE} a side can be read")
    for name, side in (("rows", rows), ("columns", columns)):
        if file.attribute(name) is not None and _whole(file, name) != side:
            raise Unreadable(f"says {file.attribute(name)} {name} and holds {side}")


def _field(file: Container) -> list[float]:
    """Width (along the columns) and height, mm."""
    value = file.attribute("field_of_view_mm")
    numbers = value if isinstance(value, list) else [value]
    good = all(isinstance(number, int | float) and not isinstance(number, bool) and 1 <= number <= 1000 for number in numbers)
    if len(numbers) != 2 or not good:
        raise Unreadable("lacks the attribute field_of_view_mm, two lengths from 1 to 1000 mm")
    return [float(number) for number in numbers]


def _one_of(file: Container, name: str, allowed: list[str]) -> str:
    value = file.attribute(name)
    if value not in allowed:
        raise Unreadable(f"lacks the attribute {name}, which is {' or '.join(allowed)}")
    return str(value)


def _truth(file: Container, name: str) -> bool:
    value = file.attribute(name)
    if value not in (0, 1):
        raise Unreadable(f"lacks the attribute {name}, which is true or false")
    return bool(value)


def _simulated(file: Container) -> bool:
    return file.attribute("simulated") in (1, True)
