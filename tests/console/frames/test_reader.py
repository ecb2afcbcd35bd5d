"""Strangers' pictures are decoded in a child: what crashes, stalls or swells there is one sentence here."""

from __future__ import annotations

import os
import signal
import time

import cv2
import numpy as np
import pytest

from console.faults import ImportRefused
from console.frames import reader
from console.frames.pictures import decode_frames
from console.frames.reader import read_frames


def crash(_path):
    os.kill(os.getpid(), signal.SIGSEGV)


def stall(_path):
    time.sleep(600)


def swell(_path):
    np.ones(200 << 30, np.uint8)


def test_what_the_child_hands_over_is_what_the_file_holds(tmp_path):
    frames = np.random.default_rng(1).integers(0, 65535, (3, 40, 50), dtype=np.uint16)
    cv2.imwritemulti(str(tmp_path / "f.tif"), list(frames))
    found = read_frames(tmp_path / "f.tif")
    assert np.array_equal(np.stack(found), frames)
    assert np.array_equal(np.stack(found), np.stack(decode_frames(tmp_path / "f.tif")))
    assert not any(frame.flags.writeable for frame in found)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"II*\x00\x08\x00\x00\x00", b"\x93NUMPY\x01\x00v", b"no picture"])
def test_a_refusal_travels_as_its_sentence(tmp_path, content):
    path = tmp_path / "f.png"
    path.write_bytes(content)
    with pytest.raises(ImportRefused, match=r"f\.png .*Nothing was written\."):
        read_frames(path)


def test_what_is_not_there_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="cannot be read"):
        read_frames(tmp_path / "absent.png")


@pytest.mark.parametrize(("fails", "words"), [(crash, "reading it fails"), (stall, "too long"), (swell, "reading it fails")])
def test_a_decoder_that_crashes_stalls_or_swells_takes_nothing_with_it(tmp_path, monkeypatch, fails, words):
    monkeypatch.setattr(reader, "PATIENCE_S", 1.0 if fails is stall else 60.0)
    monkeypatch.setattr(reader, "_work", fails_with(fails))
    with pytest.raises(ImportRefused, match=words):
        read_frames(tmp_path / "f.png")


def fails_with(fails):
    """A work of this module: the child finds it by name."""
    return {crash: crash_work, stall: stall_work, swell: swell_work}[fails]


def crash_work(_tell, _arguments):
    crash(None)


def stall_work(_tell, _arguments):
    stall(None)


def swell_work(_tell, _arguments):
    swell(None)
