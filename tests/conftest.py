"""What every test stands on: a home of its own, keys in a file, no thread left behind, no Qt warning unheard."""

import os
import sys
import threading

import pytest
from hypothesis import settings

# No deadlines: how long an example takes on a busy machine says nothing about the code.
settings.register_profile("rimlight", deadline=None, max_examples=50)
settings.load_profile("rimlight")
os.environ["RIMLIGHT_KEY_PLACE"] = "file"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


# A real X server, strace and POSIX kills are Linux's; everything else runs everywhere.
collect_ignore_glob = [] if sys.platform == "linux" else ["touch/*", "faults/test_power_cut.py", "faults/test_kill*.py"]


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("RIMLIGHT_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _no_thread_left():
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(2.0)
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    assert not left, f"threads left running: {left}"
