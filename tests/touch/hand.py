"""A display, a console on it, and a finger: what the touch tests share."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
PATIENCE_S = 90.0


@contextmanager
def display(width=1920, height=1080, dpi=96):
    """An X server of our own; its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-dpi", str(dpi), "-nolisten", "tcp"],
        pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as pipe:
        name = f":{pipe.readline().strip()}"
    try:
        yield name
    finally:
        server.terminate()
        server.wait()


class Hand:
    """Starts a driven console on a display, asks what it shows, and taps it."""

    def __init__(self, display, home, *options):
        self._environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "RIMLIGHT_KEY_PLACE": "file"}
        self.process = subprocess.Popen(
            [sys.executable, HERE / "driven.py", home, *options], env=self._environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, cwd=HERE.parents[1],
        )  # fmt: skip
        self._lines = queue.Queue()
        self._noise = []
        self._threads = [threading.Thread(target=self._read), threading.Thread(target=self._hear)]
        for thread in self._threads:
            thread.start()
        try:
            assert self._next() == "ready"
        except BaseException:
            self.kill()
            raise

    def ask(self, question):
        """What the window shows."""
        self.process.stdin.write(f"{question}\n".encode())
        self.process.stdin.flush()
        return self._next()

    def until(self, question, wanted):
        """Wait for an answer that satisfies `wanted` (a value or a test)."""
        end = time.monotonic() + PATIENCE_S
        test = wanted if callable(wanted) else lambda answer: answer == wanted
        while not test(answer := self.ask(question)):
            assert time.monotonic() < end, f"{question}: still {answer!r}"
            time.sleep(0.02)
        return answer

    def tap(self, words):
        """A finger on the button with these words."""
        self.tap_at(self.until(f"where {words}", bool))

    def tap_first(self, words):
        """A finger on the first button that begins with these words."""
        self.tap_at(self.until(f"begins {words}", bool))

    def tap_row(self, words):
        """A finger on the row whose name ends with these words."""
        self.tap_at(self.until(f"row {words}", bool))

    def tap_at(self, point):
        """A finger on a place of the screen."""
        self._xdotool("mousemove", *point, "click", 1)

    def hold(self, words, seconds=1.1):
        """A finger that stays."""
        self._xdotool("mousemove", *self.until(f"where {words}", bool), "mousedown", 1)
        time.sleep(seconds)
        self._xdotool("mouseup", 1)

    def keys(self, text):
        """A barcode reader: keys in one breath, then Enter."""
        self._xdotool("type", "--delay", 2, text)
        self._xdotool("key", "Return")

    def press(self, key):
        """One key, by the name that X gives it."""
        self._xdotool("key", key)

    def kill(self):
        """The power cut of processes; harmless on one that ended."""
        if self.process.returncode is None:
            self.process.kill()
            self._gather()

    def close(self):
        """As the system ends a program; its exit status and what it said on standard error."""
        self.process.terminate()
        return self._gather(), b"".join(self._noise).decode()

    def _gather(self):
        status = self.process.wait(PATIENCE_S)
        for thread in self._threads:
            thread.join(PATIENCE_S)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()
        return status

    def _xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self._environment, check=True, stdout=subprocess.DEVNULL)

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(json.loads(line))

    def _hear(self):
        for line in self.process.stderr:
            self._noise.append(line)

    def _next(self):
        try:
            return self._lines.get(timeout=PATIENCE_S)
        except queue.Empty:
            raise AssertionError(f"the console is silent: {b''.join(self._noise).decode()[-2000:]}") from None


@contextmanager
def console(screen, home, *options):
    """A running console; at the end it closes in order, and said nothing on standard error."""
    hand = Hand(screen, home, *options)
    try:
        yield hand
        status, noise = hand.close()
        complaints = [line for line in noise.splitlines() if "QStandardPaths" not in line]
        assert (status, complaints) == (0, [])
    finally:
        hand.kill()
