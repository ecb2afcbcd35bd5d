"""Damaged scan files: one sentence, nothing written, no crash and no hang; 100 here, 2,000 in the endurance test."""

import io

import h5py
import numpy as np
import pytest

from console.faults import Refused
from console.scans.reader import Finished, read_scan

F = np.linspace(11e9, 20e9, 9)
WORDS = {"rows": 8, "columns": 8, "field_of_view_mm": [20.0, 20.0], "basis": "hadamard", "ordering": "natural",
         "time_convention": "exp(-iwt)", "complete": True}  # fmt: skip


def good(kind):
    random = np.random.default_rng(2)
    raw = {name: random.standard_normal((128, 9)) + 1j * random.standard_normal((128, 9)) for name in ("sample", "reference")}
    arrays = {"frequency_hz": F} | (raw if kind != "map" else {"depth_mm": random.uniform(0, 3, (8, 8))})
    content = io.BytesIO()
    if kind == "npz":
        np.savez_compressed(content, **arrays, **WORDS)
        return content.getvalue()
    with h5py.File(content, "w") as file:
        for name, array in arrays.items():
            file.create_dataset(name, data=array, compression="gzip" if array.ndim > 1 else None)
        file.attrs.update(WORDS)
    return content.getvalue()


def damaged(content, random):
    """One of the ways in which files break: bits flip, ends and middles are lost, blocks are overwritten, shifted or repeated."""
    bytes_ = bytearray(content)
    where = int(random.integers(len(bytes_)))
    length = int(random.integers(1, 400))
    match int(random.integers(6)):
        case 0:
            for place in random.integers(0, len(bytes_), int(random.integers(1, 30))):
                bytes_[place] ^= 1 << int(random.integers(8))
        case 1:
            del bytes_[where:]
        case 2:
            del bytes_[where : where + length]
        case 3:
            bytes_[where : where + length] = random.bytes(length)
        case 4:
            bytes_[where:where] = bytes_[where : where + length]
        case _:
            early = int(random.integers(min(2000, len(bytes_))))
            bytes_[early : early + 8] = random.choice([b"\xff" * 8, b"\0" * 8, (2**40).to_bytes(8, "little")])
    return bytes(bytes_)


def survive(folder, count, seed):
    random = np.random.default_rng(seed)
    sources = [good(kind) for kind in ("raw", "npz", "map")]
    refused = 0
    for number in range(count):
        path = folder / "scan.bin"
        path.write_bytes(damaged(sources[number % 3], random))
        found, sentence = attempted(path)
        if sentence:
            refused += 1
            assert sentence.endswith(".")
            assert "\n" not in sentence
        else:  # damage may hit a byte that nobody reads
            assert isinstance(found, Finished) or np.isfinite(found.sample.view(np.float64)).all()
    return refused


def attempted(path):
    try:
        return read_scan(path).content, ""
    except Refused as error:
        return None, str(error)


def test_a_hundred_damaged_files(tmp_path):
    assert survive(tmp_path, 100, 1) > 50


@pytest.mark.endurance
@pytest.mark.timeout(1800)
def test_two_thousand_damaged_files(tmp_path):
    assert survive(tmp_path, 2000, 2) > 1000
