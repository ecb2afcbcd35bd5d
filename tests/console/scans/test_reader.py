"""Scan files in every format are read the same, and every wrong word of theirs is refused in one sentence."""

import h5py
import numpy as np
import pytest

from algorithms.microwave.model import Cube
from algorithms.microwave.readings import Scan
from console.faults import ImportRefused
from console.scans.reader import Finished, read_scan
from console.scans.writer import write_hdf5

F = np.linspace(11e9, 20e9, 9)
WORDS = {
    "rows": 8,
    "columns": 4,
    "field_of_view_mm": [20.0, 40.0],
    "basis": "hadamard",
    "ordering": "cake-cutting",
    "time_convention": "exp(+jwt)",
    "complete": True,
}
RANDOM = np.random.default_rng(1)
SAMPLE, REFERENCE = (RANDOM.standard_normal((64, 9)) + 1j * RANDOM.standard_normal((64, 9)) for _ in range(2))
RAW = {"frequency_hz": F, "sample": SAMPLE, "reference": REFERENCE}


def hdf5(path, arrays=RAW, **changed):
    words = {name: value for name, value in (WORDS | changed).items() if value is not None}
    write_hdf5(path, arrays, words)
    return path


def npz(path, arrays=RAW):
    np.savez_compressed(path, **arrays, **WORDS)
    return path


def matlab(path, arrays=RAW):
    """As MATLAB writes it: axes the other way round, words as variables of character codes, complex numbers as (real, imag)."""
    with h5py.File(path, "w", userblock_size=512) as file:
        for name, value in (arrays | WORDS).items():
            text = isinstance(value, str)
            array = (
                np.array([[ord(letter)] for letter in value], dtype=np.uint16) if text else np.atleast_2d(np.asarray(value, dtype=None)).T
            )
            if np.iscomplexobj(array):
                pairs = np.empty(array.shape, dtype=[("real", "f8"), ("imag", "f8")])
                pairs["real"], pairs["imag"] = array.real, array.imag
                array = pairs
            file.create_dataset(name, data=array.astype(np.uint8) if array.dtype == bool else array)
            file[name].attrs["MATLAB_class"] = np.bytes_("char" if text else "double")
    with path.open("r+b") as file:
        file.write(b"MATLAB 7.3 MAT-file, Platform: GLNXA64, Created on: Fri Nov 20 12:00:00 2026 HDF5 schema 1.00 .".ljust(512))
    return path


@pytest.mark.parametrize(("write", "name"), [(hdf5, "a.h5"), (npz, "a.npz"), (matlab, "a.mat")])
def test_raw_readings_are_the_same_from_every_format(tmp_path, write, name):
    found = read_scan(write(tmp_path / name))
    scan = found.content
    assert isinstance(scan, Scan)
    assert np.allclose(scan.sample, SAMPLE[0::2] - SAMPLE[1::2])
    assert np.allclose(scan.reference, REFERENCE[0::2] - REFERENCE[1::2])
    assert np.allclose(scan.sums, SAMPLE[0::2] + SAMPLE[1::2])
    assert (scan.grid.rows, scan.grid.columns, scan.grid.width_mm, scan.grid.height_mm) == (8, 4, 20, 40)
    assert scan.complete
    assert len(found.sha256) == 64
    assert not found.simulated


def test_reference_repeats_are_averaged(tmp_path):
    repeats = np.stack([REFERENCE, REFERENCE * 1.1, REFERENCE * 0.9])
    scan = read_scan(hdf5(tmp_path / "a.h5", RAW | {"reference": repeats})).content
    assert np.allclose(scan.reference, REFERENCE[0::2] - REFERENCE[1::2])
    assert scan.repeats == 3
    assert scan.spread == pytest.approx(0.0816, abs=1e-3)


def test_a_scan_that_was_cut_short_is_read_to_its_last_pair(tmp_path):
    short = {"frequency_hz": F, "sample": SAMPLE[:21], "reference": REFERENCE}
    scan = read_scan(hdf5(tmp_path / "a.h5", short, complete=False)).content
    assert (len(scan.sample), len(scan.reference), scan.complete) == (10, 32, False)


def test_saturation_is_counted(tmp_path):
    flat = SAMPLE.copy()
    flat.real = np.clip(flat.real, -0.5, 0.5)
    assert read_scan(hdf5(tmp_path / "a.h5", RAW | {"sample": flat})).content.clipped < 0.01  # its imaginary parts go further
    flat.imag = np.clip(flat.imag, -0.5, 0.5)
    assert read_scan(hdf5(tmp_path / "b.h5", RAW | {"sample": flat})).content.clipped > 0.5


def test_cubes_and_finished_maps(tmp_path):
    cube = RANDOM.standard_normal((8, 4, 9)) + 1j
    cube[0, 0] = np.nan
    found = read_scan(hdf5(tmp_path / "a.h5", {"frequency_hz": F, "normalised": cube}, basis=None, ordering=None)).content
    assert isinstance(found, Cube)
    assert np.allclose(found.values, cube.reshape(32, 9).conj(), equal_nan=True)
    depth = np.full((3, 5), 1.5)
    depth[0] = np.nan
    finished = read_scan(hdf5(tmp_path / "b.h5", {"depth_mm": depth, "error": depth}, rows=3, columns=5)).content
    assert isinstance(finished, Finished)
    assert finished.grid.columns == 5
    assert (finished.error[0] == 0).all()


WRONG = {
    "rows": [(6, "sides of 2, 4, 8"), (None, "rows"), (0, "rows"), (2.5, "rows"), ("eight", "rows"), (1e9, "rows"), (16, "complete")],
    "field_of_view_mm": [
        ([20.0], "field_of_view_mm"),
        ([0.0, 1.0], "field_of_view_mm"),
        ([np.nan, 9.0], "field_of_view_mm"),
        (None, "field_of_view_mm"),
    ],
    "basis": [("fourier", "hadamard")],
    "ordering": [("random", "cake-cutting"), (None, "ordering")],
    "time_convention": [("exp(iwt)", "exp(+jwt)"), (None, "time_convention")],
    "complete": [(None, "complete"), (7, "complete")],
}


@pytest.mark.parametrize(("name", "value", "said"), [(name, *case) for name, cases in WRONG.items() for case in cases])
def test_a_wrong_word_is_named(tmp_path, name, value, said):
    refused(hdf5(tmp_path / "wrong.h5", **{name: value}), said)


ARRAYS = [
    ({"sample": SAMPLE[:, :8]}, "8 frequencies in /sample"),
    ({"sample": SAMPLE.real.astype("S8")}, "not made of complex numbers"),
    ({"sample": SAMPLE[:60]}, "calls itself complete with 60 of 64"),
    ({"sample": np.vstack([SAMPLE, SAMPLE])}, "has 128 patterns"),
    ({"sample": np.where(np.arange(64)[:, None] == 5, np.nan, SAMPLE)}, "not numbers"),
    ({"reference": np.zeros_like(REFERENCE)}, "reference without any signal"),
    ({"reference": REFERENCE[0]}, "/reference of 9"),
    ({"frequency_hz": F[::-1]}, "do not rise"),
    ({"frequency_hz": F / 1e9}, "in Hz"),
    ({"frequency_hz": F[:1]}, "/frequency_hz"),
]


@pytest.mark.parametrize(("changed", "said"), ARRAYS)
def test_a_wrong_array_is_named(tmp_path, changed, said):
    refused(hdf5(tmp_path / "wrong.h5", RAW | changed), said)


def test_missing_and_foreign_things_are_named(tmp_path):
    refused(hdf5(tmp_path / "a.h5", {"sample": SAMPLE, "frequency_hz": F}), "without its counterpart")
    refused(hdf5(tmp_path / "b.h5", {"other": F}), "neither")
    refused(hdf5(tmp_path / "c.h5", {"sample": SAMPLE, "reference": REFERENCE}), "no /frequency_hz")
    refused(hdf5(tmp_path / "d.h5", {"depth_mm": np.full((2, 2), -1.0)}, rows=2, columns=2), "outside 0")
    refused(tmp_path / "absent.h5", "cannot be read")
    (tmp_path / "text.h5").write_text("depth")
    refused(tmp_path / "text.h5", "neither HDF5 nor npz")
    refused(tmp_path, "")


def test_nothing_is_unpickled_and_no_link_is_followed(tmp_path):
    np.savez(tmp_path / "a.npz", **(RAW | {"sample": np.array([print], dtype=object)}), **WORDS)
    refused(tmp_path / "a.npz", "")
    hdf5(tmp_path / "real.h5")
    hdf5(tmp_path / "b.h5", {"frequency_hz": F, "reference": REFERENCE})
    with h5py.File(tmp_path / "b.h5", "r+") as file:
        file["sample"] = h5py.ExternalLink(str(tmp_path / "real.h5"), "/sample")
    refused(tmp_path / "b.h5", "without its counterpart")


def test_a_bomb_is_refused_by_its_size(tmp_path):
    hdf5(tmp_path / "a.h5", {"frequency_hz": F, "reference": REFERENCE})
    with h5py.File(tmp_path / "a.h5", "r+") as file:
        file.create_dataset("sample", shape=(10**9, 9), dtype=np.complex128, chunks=(1000, 9), compression="gzip")
    refused(tmp_path / "a.h5", "too large")


def refused(path, said):
    with pytest.raises(ImportRefused) as caught:
        read_scan(path)
    sentence = str(caught.value)
    assert said in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
