"""An analysis in its own process: the same answer as here, progress that grows, an end at once when it is cancelled or dies."""

from __future__ import annotations

import importlib.util
import multiprocessing
import os
import signal
import threading
from pathlib import Path

import pytest

from algorithms.petct.analysis import Method
from algorithms.petct.model import Normalisation
from console.acquisition import petct_child
from console.acquisition.petct_child import LOST, Order, PetCtRun, State, carry_out

_spec = importlib.util.spec_from_file_location("handmade", Path(__file__).parents[2] / "algorithms" / "petct" / "handmade.py")
handmade = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(handmade)


def order(members=3):
    networks = tuple(handmade.network(2, 20, -11, blur=3, name=str(number)) for number in range(members))
    return Order(handmade.ball_scan(0.3)[0], networks, Normalisation(-150, 80), handmade.DIRECTIONS, Method.ENSEMBLE, (0.4,))


def test_the_child_answers_what_we_would():
    heard = []
    run = PetCtRun(order(), heard.append)
    assert run.progress.state is State.WAITING
    run.start()
    assert run.wait(120)
    here = carry_out(order(), lambda _share: None)
    assert run.progress.state is State.DONE
    assert run.result.margin == here.margin
    assert run.result.agreement == here.agreement
    shares = [progress.share for progress in heard]
    assert shares == sorted(shares)
    assert any(progress.left_s is not None for progress in heard)


def test_cancelling_ends_the_child():
    started = threading.Event()
    run = PetCtRun(order(400), lambda progress: started.set() if progress.share > 0 else None)
    run.start()
    assert started.wait(120)
    assert run.cancel(30)
    assert run.progress.state is State.CANCELLED
    assert run.result is None


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="POSIX kills")
def test_a_child_that_dies_is_one_sentence(monkeypatch):
    killed = []
    real = petct_child._send

    def send_and_kill(line, what):
        real(line, what)
        for child in multiprocessing.active_children():
            killed.append(child.pid)
            os.kill(child.pid, signal.SIGKILL)

    monkeypatch.setattr(petct_child, "_send", send_and_kill)
    run = PetCtRun(order(400))
    run.start()
    assert run.wait(120)
    assert killed
    assert (run.progress.state, run.progress.problem) == (State.FAILED, LOST)
