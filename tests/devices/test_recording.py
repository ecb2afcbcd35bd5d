"""Recordings: lossless, sealed, and readable up to the last whole frame wherever the file was cut off or changed."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import numpy as np
import pytest

from devices.camera import Flip, Frame, Rotation
from devices.cameras.recorded import open_recording
from devices.device import Identity
from devices.errors import DeviceRefused
from devices.recording import About, Key, Recording, RecordingUnreadable, RecordingWriter

ABOUT = About("0" * 32, "2026-03-02T09:00:00+00:00", Identity("Basler", "ace", "1234", "1", simulated=False))
KEY = Key(2, b"k" * 32)


def frame(number, *, colour=False, rows=20, columns=30):
    pixels = np.random.default_rng(number).integers(0, 4096, (rows, columns), dtype=np.uint16)
    return Frame(
        number, number / 20, 100 + number / 50, pixels, 12, 5.0, 6.0, number % 2 == 0, 0.25, Flip.VERTICAL, Rotation.RIGHT,
        np.random.default_rng(number).integers(0, 255, (rows, columns, 3), dtype=np.uint8) if colour else None,
    )  # fmt: skip


def unseal(generation):
    return {2: KEY.secret}[generation]


def written(path, frames, key=KEY, *, end=True):
    writer = RecordingWriter(path, ABOUT, key)
    for one in frames:
        writer.append(one)
    if end:
        writer.end(3)
    writer.close()
    return path


def same(one, other):
    plain = (replace(each, pixels=np.zeros(1, np.uint8), colour=None) for each in (one, other))
    first, second = plain
    fields = [name for name in Frame.__slots__ if name not in {"pixels", "colour"}]
    assert [getattr(first, name) for name in fields] == [getattr(second, name) for name in fields]
    assert one.pixels.dtype == other.pixels.dtype
    assert np.array_equal(one.pixels, other.pixels)
    assert (one.colour is None) == (other.colour is None)
    assert one.colour is None or np.array_equal(one.colour, other.colour)


@pytest.mark.parametrize("key", [KEY, None])
@pytest.mark.parametrize("colour", [False, True])
def test_every_frame_comes_back_to_the_last_bit_with_all_that_it_said(tmp_path, key, colour):
    frames = [frame(number, colour=colour) for number in range(7)]
    recording = Recording(written(tmp_path / "r.rec", frames, key), unseal)
    assert recording.complete
    assert recording.lost == 3
    assert recording.about == ABOUT
    assert len(recording) == 7
    for one, other in zip(frames, recording.frames(), strict=True):
        same(one, other)
        assert not other.pixels.flags.writeable
    recording.close()
    recording.close()


def test_nothing_of_a_sealed_recording_can_be_read_in_its_file(tmp_path):
    even = replace(frame(1), pixels=np.full((64, 64), 0x4142, np.uint16))
    content = written(tmp_path / "r.rec", [even, even]).read_bytes()
    assert b"BABABABA" not in content
    assert b"Basler" not in content
    assert b"exposure" not in content


@pytest.mark.parametrize("key", [KEY, None])
def test_cut_off_at_any_byte_it_is_readable_up_to_the_last_whole_frame(tmp_path, key):
    frames = [frame(number, rows=16, columns=16) for number in range(4)]
    whole = written(tmp_path / "whole.rec", frames, key)
    content = whole.read_bytes()
    recording = Recording(whole, unseal)
    ends = [start + length for start, length in recording._places]
    recording.close()
    torn = tmp_path / "torn.rec"
    near = {end + step for end in (0, 27, *ends) for step in range(-6, 7)}
    for size in sorted(near & set(range(len(content))) | set(range(0, len(content), 53))):
        torn.write_bytes(content[:size])
        if size < ends[0]:
            with pytest.raises(RecordingUnreadable):
                Recording(torn, unseal)
            continue
        recording = Recording(torn, unseal)
        assert not recording.complete
        whole_frames = sum(end <= size for end in ends[1:5])
        assert len(recording) == whole_frames
        assert len(list(recording.frames())) == whole_frames
        recording.close()


@pytest.mark.parametrize("key", [KEY, None])
def test_a_changed_byte_is_never_shown_as_a_picture(tmp_path, key):
    frames = [frame(number, rows=16, columns=16) for number in range(4)]
    content = bytearray(written(tmp_path / "whole.rec", frames, key).read_bytes())
    dice = random.Random(5)
    changed = tmp_path / "changed.rec"
    for _ in range(150):
        place = dice.randrange(len(content))
        content[place] ^= 1 << dice.randrange(8)
        changed.write_bytes(content)
        try:
            recording = Recording(changed, unseal)
            for one, other in zip(frames, recording.frames(), strict=False):
                same(one, other)
            recording.close()
        except RecordingUnreadable:
            pass
        content = bytearray((tmp_path / "whole.rec").read_bytes())


def test_frames_cannot_change_their_places(tmp_path):
    recording = Recording(written(tmp_path / "whole.rec", [frame(1), replace(frame(1), pixels=frame(2).pixels)]), unseal)
    (one, length), (two, other) = recording._places[1:3]
    recording.close()
    assert length == other
    content = bytearray((tmp_path / "whole.rec").read_bytes())
    content[one : one + length], content[two : two + length] = content[two : two + length], content[one : one + length]
    (tmp_path / "swapped.rec").write_bytes(content)
    swapped = Recording(tmp_path / "swapped.rec", unseal)
    assert list(swapped.frames()) == []
    swapped.close()


@pytest.mark.parametrize("content", [b"", b"RIMREC01", b"RIMREC01" + b"\xff" * 200, b"not a recording" * 9])
def test_what_is_no_recording_is_refused_in_words(tmp_path, content):
    path = tmp_path / "r.rec"
    path.write_bytes(content)
    with pytest.raises(RecordingUnreadable):
        Recording(path, unseal)
    with pytest.raises(DeviceRefused) as refused:
        open_recording("record:x", path, unseal)
    assert refused.value.problem.endswith(".")


def test_without_its_key_or_with_anothers_it_stays_shut(tmp_path):
    path = written(tmp_path / "r.rec", [frame(1)])
    for keys in (None, lambda _generation: b"x" * 32):
        with pytest.raises(RecordingUnreadable):
            Recording(path, keys)


def test_it_plays_with_its_own_pauses_and_lies_as_it_lay(tmp_path):
    frames = [frame(number) for number in range(6)]
    camera = open_recording("record:x", written(tmp_path / "r.rec", frames), unseal)
    seen = [camera.grab() for _ in range(4)]
    camera.close()
    assert all((one.flip, one.rotation) == (Flip.VERTICAL, Rotation.RIGHT) for one in seen)
    assert [one.number for one in seen] == sorted({one.number for one in seen})
    for a, b in itertools.pairwise(seen):
        assert b.host_time_s - a.host_time_s >= 0.2 / 50 * (b.number - a.number)
        assert any(np.array_equal(b.pixels, one.pixels) for one in frames)


def test_a_recording_without_frames_is_no_camera(tmp_path):
    with pytest.raises(DeviceRefused, match="no frame"):
        open_recording("record:x", written(tmp_path / "r.rec", []), unseal)
