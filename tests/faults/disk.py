"""What a disk may hold after the power fails: a traced program's file operations, replayed, with everything not yet synced kept or lost by chance.

The model is stricter than the file systems in use. Only `fsync` and `fdatasync` of a file make its bytes and its length last; only `fsync` of a
folder makes its names last. Of everything since, each sector, each truncation and each name is kept or lost on its own, whatever its order.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

TRACED = (
    "openat,creat,write,pwrite64,pwritev,writev,fsync,fdatasync,ftruncate,truncate,fallocate,rename,renameat,renameat2,unlink,unlinkat,rmdir,"
    "mkdir,mkdirat,link,linkat,close,dup,dup2,dup3,lseek,sendfile,copy_file_range,msync"
)
STRACE = ["strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "40000000", "-e", f"trace={TRACED}", "-e", "signal=none"]

# Shared memory of the running program, and 16 MiB that are only there to be thrown out: nobody promises to find them again.
NOT_KEPT = ("-shm", "ballast")

_CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+|\?)", re.DOTALL)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
_FD = re.compile(r"(?:(\d+)|AT_FDCWD)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True, slots=True)
class Call:
    """One system call that succeeded: its descriptors, the paths they stood for, its strings, its other arguments and what it returned."""

    name: str
    fds: tuple[int, ...]
    folders: tuple[str, ...]
    texts: tuple[bytes, ...]
    arguments: tuple[str, ...]
    returned: int


def read_trace(path: Path) -> Iterator[Call]:
    """The successful calls of a trace, in the order in which they ended; a call split over two lines is joined."""
    waiting: dict[tuple[str, str], str] = {}
    with path.open(encoding="ascii") as lines:
        for whole in lines:
            line = whole
            if " <unfinished ...>" in line:
                pid, rest = line.split(maxsplit=1)
                waiting[pid, rest.split("(", 1)[0]] = line.split(" <unfinished ...>")[0]
                continue
            if resumed := re.match(r"^(\d+) +<\.\.\. (\w+) resumed>(.*)$", line, re.DOTALL):
                line = waiting.pop((resumed[1], resumed[2])) + resumed[3]
            if call := _parse(line):
                yield call


def _parse(line: str) -> Call | None:
    found = _CALL.match(line)
    if not found or found[4] == "?" or int(found[4]) < 0:
        return None
    arguments = found[3]
    texts = []
    for text in _TEXT.finditer(arguments):
        assert not text[2], "the trace cut a string short: raise -s"
        texts.append(_bytes(text[1]))
    fds = tuple(int(fd[1]) if fd[1] else -1 for fd in _FD.finditer(arguments))
    folders = tuple(_bytes(fd[2]).decode() for fd in _FD.finditer(arguments))
    bare = tuple(part.strip() for part in _FD.sub("FD", _TEXT.sub("TEXT", arguments)).split(","))
    return Call(found[2], fds, folders, tuple(texts), bare, int(found[4]))


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


@dataclass(slots=True, eq=False)
class File:
    """A file's bytes: as they last for certain, as the program sees them, and the changes in between (a write, or a new length)."""

    durable: bytearray = field(default_factory=bytearray)
    live: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def change(self, at: int, data: bytes | None) -> None:
        """Write `data` at a byte offset, or make the length `at`."""
        _apply(self.live, at, data)
        self.pending.append((at, data))

    def sync(self) -> None:
        """Everything so far lasts."""
        self.durable[:] = self.live
        self.pending.clear()

    def after_a_cut(self, chance: random.Random, kept: float, sector: int) -> bytes:
        """What may be read afterwards."""
        content = bytearray(self.durable)
        for at, data in self.pending:
            for piece_at, piece in _sectors(at, data, sector):
                if chance.random() < kept:
                    _apply(content, piece_at, piece)
        return bytes(content)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    if data is None:
        del content[at:]
    else:
        content[at : at + len(data)] = data


def _sectors(at: int, data: bytes | None, sector: int) -> Iterator[tuple[int, bytes | None]]:
    if data is None:
        yield at, None
        return
    begin = at
    while begin < at + len(data):
        end = min(at + len(data), (begin // sector + 1) * sector)
        yield begin, data[begin - at : end - at]
        begin = end


@dataclass(slots=True, eq=False)
class Folder:
    """A folder's names: as they last for certain, and as the program sees them."""

    durable: dict[str, File | Folder] = field(default_factory=dict)
    live: dict[str, File | Folder] = field(default_factory=dict)


Link = tuple[Folder, str, File | Folder | None]


@dataclass(slots=True)
class _Open:
    node: File | Folder
    at: int = 0
    append: bool = False


class Disk:
    """Everything under one folder, `root`, which is empty and lasting when the trace begins."""

    def __init__(self, root: Path) -> None:
        self.root = PurePosixPath(root)
        self.top = Folder()
        self._links: list[tuple[Link, ...]] = []
        self._open: dict[int, _Open] = {}

    def perform(self, call: Call) -> None:
        """Replay one call; calls that touch nothing under `root` change nothing."""
        match call.name:
            case "openat" | "creat":
                self._opened(call)
            case "close":
                self._open.pop(call.fds[0] if call.fds else -2, None)
            case "dup" | "dup2" | "dup3":
                self._duplicated(call)
            case "rename" | "renameat" | "renameat2":
                self._renamed(call)
            case "link" | "linkat":
                source, target = self._paths(call)
                self._link((*self._place(target), self._node(source)))
            case "unlink" | "unlinkat" | "rmdir":
                self._link((*self._place(self._paths(call)[0]), None))
            case "mkdir" | "mkdirat":
                self._link((*self._place(self._paths(call)[0]), Folder()))
            case _:
                self._changed(call)

    def _changed(self, call: Call) -> None:
        there = self._open.get(call.fds[0] if call.fds else -2)
        if there is None:
            return
        match call.name, there.node:
            case (("write" | "writev"), File() as file):
                at = len(file.live) if there.append else there.at
                file.change(at, b"".join(call.texts)[: call.returned])
                there.at = at + call.returned
            case "sendfile", File() as file:
                source, begin = self._open[call.fds[1]].node, re.search(r"\d+", call.arguments[2])
                assert isinstance(source, File)
                assert begin
                file.change(there.at, bytes(source.live[int(begin[0]) :][: call.returned]))
                there.at += call.returned
            case (("pwrite64" | "pwritev"), File() as file):
                file.change(int(call.arguments[-1]), b"".join(call.texts)[: call.returned])
            case "ftruncate", File() as file:
                file.change(int(call.arguments[-1]), None)
            case "fallocate", File() as file:
                file.change(max(len(file.live), int(call.arguments[-2]) + int(call.arguments[-1])), None)
            case "lseek", _:
                there.at = call.returned
            case (("fsync" | "fdatasync"), File() as file):
                file.sync()
            case (("fsync" | "fdatasync"), Folder() as folder):
                self._sync(folder)
            case _:
                raise AssertionError(f"the model of the disk does not know {call.name}")

    def _opened(self, call: Call) -> None:
        path = self._paths(call)[0]
        flags = call.arguments[2] if call.name == "openat" else "O_CREAT|O_TRUNC"
        self._open.pop(call.returned, None)
        if not path.is_relative_to(self.root) or "O_TMPFILE" in flags:
            return
        node = self._node(path)
        if node is None:
            assert "O_CREAT" in flags, "a file that nobody made"
            node = File()
            self._link((*self._place(path), node))
        if "O_TRUNC" in flags and isinstance(node, File) and node.live:
            node.change(0, None)
        self._open[call.returned] = _Open(node, append="O_APPEND" in flags)

    def _duplicated(self, call: Call) -> None:
        if (there := self._open.get(call.fds[0])) is not None:
            self._open[call.returned] = there

    def _renamed(self, call: Call) -> None:
        source, target = self._paths(call)
        if (node := self._node(source)) is not None:
            self._link((*self._place(source), None), (*self._place(target), node))

    def _paths(self, call: Call) -> list[PurePosixPath]:
        folders = [*call.folders, *[call.folders[0] if call.folders else "/"] * len(call.texts)]
        return [PurePosixPath(folder, text.decode()) for folder, text in zip(folders, call.texts, strict=False)]

    def _place(self, path: PurePosixPath) -> tuple[Folder, str]:
        if not path.is_relative_to(self.root) or path == self.root:
            return Folder(), path.name
        parent = self._node(path.parent)
        assert isinstance(parent, Folder)
        return parent, path.name

    def _node(self, path: PurePosixPath) -> File | Folder | None:
        if not path.is_relative_to(self.root):
            return None
        node: File | Folder | None = self.top
        for part in path.relative_to(self.root).parts:
            node = node.live.get(part) if isinstance(node, Folder) else None
        return node

    def _link(self, *links: Link) -> None:
        for folder, name, node in links:
            _name(folder.live, name, node)
        self._links.append(links)

    def _sync(self, folder: Folder) -> None:
        waiting = self._links
        self._links = []
        for links in waiting:
            if any(touched is folder for touched, _, _ in links):
                for touched, name, node in links:
                    _name(touched.durable, name, node)
            else:
                self._links.append(links)

    def write_live(self, into: Path) -> None:
        """What the program saw: the replay of a whole trace must equal the real folder, or the model is wrong."""
        _write(self.top, into, lambda folder: folder.live, lambda file: bytes(file.live))

    def write_after_a_cut(self, into: Path, chance: random.Random) -> None:
        """What may be found when the power comes back now. The share that reached the disk is itself drawn: none, some or all."""
        kept = chance.choice([0.0, 1.0, chance.random(), chance.random()])
        sector = chance.choice([512, 4096])
        names: dict[int, dict[str, File | Folder]] = {}
        for links in self._links:
            if chance.random() < kept:
                for folder, name, node in links:
                    _name(names.setdefault(id(folder), dict(folder.durable)), name, node)
        _write(self.top, into, lambda folder: names.get(id(folder), folder.durable), lambda file: file.after_a_cut(chance, kept, sector))


def _name(names: dict[str, File | Folder], name: str, node: File | Folder | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


def _write(folder: Folder, into: Path, names_of, content_of) -> None:
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, node in names_of(folder).items():
        if isinstance(node, Folder):
            _write(node, into / name, names_of, content_of)
        elif not name.endswith(NOT_KEPT):
            (into / name).touch(mode=0o600)
            (into / name).write_bytes(content_of(node))
