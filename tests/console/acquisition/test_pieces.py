"""Large things through a pipe in pieces: what arrives is what was sent, and no message is larger than a piece."""

from __future__ import annotations

import multiprocessing
import threading

import numpy as np
import pytest

from console.acquisition.pieces import receive_in_pieces, send_in_pieces
from devices.apart import CHUNK_BYTES


@pytest.fixture
def pipe():
    ends = multiprocessing.Pipe()
    yield ends
    for end in ends:
        end.close()


def passed(pipe, thing):
    sender = threading.Thread(target=send_in_pieces, args=(pipe[0], thing))
    sender.start()
    found = receive_in_pieces(pipe[1])
    sender.join()
    return found


def test_arrays_of_every_kind_arrive_as_they_were(pipe):
    rng = np.random.default_rng(1)
    whole = rng.integers(-1000, 3000, (70, 90, 110), dtype=np.int16)
    sent = {
        "whole": whole,
        "part": whole[3:50, ::2, 5:],
        "turned": whole.T,
        "mask": whole > 0,
        "empty": np.zeros((0, 3)),
        "words": ("a", 1.5, None),
    }
    found = passed(pipe, sent)
    assert found["words"] == sent["words"]
    for name in ("whole", "part", "turned", "mask", "empty"):
        assert found[name].dtype == sent[name].dtype
        assert np.array_equal(found[name], sent[name])


def test_an_array_in_one_piece_is_never_pickled_whole(pipe, monkeypatch):
    sizes = []
    send = type(pipe[0]).send_bytes

    def told(self, content, *rest):
        sizes.append(len(content))
        send(self, content, *rest)

    monkeypatch.setattr(type(pipe[0]), "send_bytes", told)
    sent = np.arange(3 * CHUNK_BYTES + 5, dtype=np.uint8)
    assert np.array_equal(passed(pipe, sent), sent)
    assert max(sizes) == CHUNK_BYTES
    assert sizes[0] < 1000  # the words


def test_whoever_read_the_first_message_goes_on_from_there(pipe):
    sent = [np.ones(10), 0.25]
    sender = threading.Thread(target=send_in_pieces, args=(pipe[0], sent))
    sender.start()
    found = receive_in_pieces(pipe[1], pipe[1].recv())
    sender.join()
    assert found[1] == 0.25
    assert np.array_equal(found[0], sent[0])


def test_a_sender_that_dies_on_the_way_is_an_end_of_file(pipe):
    pipe[0].send((10 * CHUNK_BYTES,))
    pipe[0].send_bytes(b"words")
    pipe[0].close()
    with pytest.raises(EOFError):
        receive_in_pieces(pipe[1])
