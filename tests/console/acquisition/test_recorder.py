"""The recorder: what is offered is kept or counted, whatever the disk does; and the console's folder of recordings."""

from __future__ import annotations

import errno
import hashlib
import threading
from datetime import UTC, datetime

import numpy as np
import pytest

from console.acquisition.recorder import Recorder
from console.acquisition.recordings import LEAST_FREE_BYTES, Recordings
from console.cases.keys import Keys
from console.faults import Refused
from devices.camera import Flip, Frame
from devices.device import Identity
from devices.recording import About, Key, Recording, RecordingWriter

ABOUT = About("0" * 32, "2026-03-02T09:00:00+00:00", Identity("", "Camera", "", "", simulated=True))
KEY = Key(0, b"k" * 32)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def frame(number):
    return Frame(number, None, number / 60, np.full((32, 32), number, np.uint16), 12, None, None, None, 0.0, Flip.NONE)


def test_what_was_offered_is_in_the_file_in_order(tmp_path):
    recorder = Recorder(tmp_path / "r.rec", ABOUT, KEY)
    for number in range(200):
        recorder.offer(frame(number))
    found = recorder.stop()
    assert (found.frames, found.lost, found.complete) == (200, 0, True)
    assert found.sha256 == hashlib.sha256(found.path.read_bytes()).hexdigest()
    recording = Recording(found.path, lambda _: KEY.secret)
    assert [one.number for one in recording.frames()] == list(range(200))
    recording.close()


def test_a_slow_disk_loses_frames_and_says_how_many_and_never_holds_up_the_camera(tmp_path):
    gate = threading.Event()

    def slowly(writer, one):
        gate.wait(20)
        writer.append(one)

    recorder = Recorder(tmp_path / "r.rec", ABOUT, KEY, waiting_bytes=5 * 32 * 32 * 2, write=slowly)
    for number in range(50):
        recorder.offer(frame(number))
    assert recorder.status().lost >= 44
    gate.set()
    found = recorder.stop()
    assert found.frames + found.lost == 50
    recording = Recording(found.path, lambda _: KEY.secret)
    assert recording.lost == found.lost
    recording.close()


@pytest.mark.parametrize(("code", "words"), [(errno.ENOSPC, "full"), (errno.EIO, "disk failed")])
def test_a_disk_that_fails_ends_the_recording_in_words_and_what_was_written_is_readable(tmp_path, code, words):
    def until_full(writer, one):
        if one.number == 10:
            raise OSError(code, "MARIA SCHMIDT")
        RecordingWriter.append(writer, one)

    recorder = Recorder(tmp_path / "r.rec", ABOUT, KEY, write=until_full)
    for number in range(40):
        recorder.offer(frame(number))
    found = recorder.stop()
    recorder.offer(frame(41))
    assert words in recorder.status().sentence
    assert "MARIA" not in recorder.status().sentence
    assert not found.complete
    recording = Recording(found.path, lambda _: KEY.secret)
    assert not recording.complete
    assert len(recording) == 10
    recording.close()


class Feed:
    """As much of the feed as the recordings ask."""

    def __init__(self, identity=ABOUT.camera):
        self.identity, self.taps = identity, []

    def status(self):
        return self

    def tap(self, hear):
        self.taps.append(hear)
        return lambda: self.taps.remove(hear)


def desk(home, free=LEAST_FREE_BYTES):
    return Recordings(home, Keys((b"a" * 32, b"b" * 32)), lambda: NOW, lambda _folder: free)


def test_a_recording_is_begun_ended_found_again_and_played(tmp_path):
    recordings, feed = desk(tmp_path), Feed()
    assert recordings.leftovers("0" * 32) == ()
    recordings.begin(feed, "0" * 32)
    with pytest.raises(Refused, match="runs already"):
        recordings.begin(feed, "0" * 32)
    for number in range(20):
        feed.taps[0](frame(number))
    found = recordings.end()
    assert feed.taps == []
    assert recordings.end() is None
    assert found.complete
    (left,) = recordings.leftovers("0" * 32)
    assert (left.path, left.frames) == (found.path, 20)
    assert recordings.leftovers("1" * 32) == ()
    assert found.path.stat().st_mode & 0o077 == 0
    recording = recordings.open(found.path)
    assert len(recording) == 20
    recording.close()
    camera = recordings.play(found.path)
    assert camera.grab().pixels.shape == (32, 32)
    camera.close()
    recordings.discard(left)
    assert recordings.leftovers("0" * 32) == ()


def test_without_room_or_a_camera_nothing_is_begun(tmp_path):
    with pytest.raises(Refused, match="GB are free"):
        desk(tmp_path, LEAST_FREE_BYTES - 1).begin(Feed(), "0" * 32)
    with pytest.raises(Refused, match="Connect the camera"):
        desk(tmp_path).begin(Feed(identity=None), "0" * 32)
    assert list(tmp_path.rglob("*.rec")) == []


def test_another_stores_recording_stays_shut(tmp_path):
    path = tmp_path / "other.rec"
    writer = RecordingWriter(path, ABOUT, Key(7, b"z" * 32))
    writer.append(frame(1))
    writer.end(0)
    with pytest.raises(Refused, match="another store"):
        desk(tmp_path).open(path)
