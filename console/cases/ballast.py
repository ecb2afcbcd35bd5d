"""A file that is only there to be thrown out: on a full disk even deleting and checkpointing need room, and this is where it comes from."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

MIB = 1 << 20


class Ballast:
    """`home/ballast`, as large as a case's last minutes and a checkpoint need."""

    def __init__(self, home: Path, size: int = 16 * MIB) -> None:
        self._path, self._size = home / "ballast", size

    def stow(self) -> bool:
        """Take it aboard when the disk has ample room, otherwise go without; whether it is aboard."""
        if self.aboard() or shutil.disk_usage(self._path.parent).free < 4 * self._size:
            return self.aboard()
        with suppress(OSError), self._path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, self._size)
            else:
                file.write(bytes(self._size))
        return self.aboard()

    def aboard(self) -> bool:
        """Whether it is there, whole."""
        return self._path.exists() and self._path.stat().st_size == self._size

    def drop(self) -> bool:
        """Throw it out; False when there was none."""
        there = self._path.exists()
        self._path.unlink(missing_ok=True)
        return there
