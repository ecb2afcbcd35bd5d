"""Update packages: one file, signed as a whole, so that nothing of it is looked into before its maker is known.

A package is `MAGIC`, an Ed25519 signature of 64 bytes, then a gzipped tar of the program's folder. What is signed is a sentence of our own with the
SHA-512 of that tar: a signature made for anything else does not fit. Packages arrive by hand; nothing here opens a connection.
"""

from __future__ import annotations

import hashlib
import io
import json
import platform
import re
import shutil
import sys
import tarfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from console import installation
from console.faults import ImportRefused

MAGIC = b"RIMLIGHT UPDATE 1\n"
SIGNATURE_BYTES = 64
ABOUT = "update.json"  # the first member
LARGEST_ABOUT = 4096
MOST_FILES, MOST_BYTES = 20_000, 4 << 30
VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")
NOT_ONE = "This is not an update package of Rimlight. Nothing was changed."
NOT_OURS = "This package was not signed by a maker whom this installation trusts, or it was changed on its way. Nothing was changed."
UNSAFE = "This package holds something that does not belong into an update. Nothing was changed."


@dataclass(frozen=True, slots=True)
class About:
    """What a package says of itself."""

    version: str
    system: str
    machine: str


def trusted(folder: Path) -> tuple[Ed25519PublicKey, ...]:
    """The makers whose packages are taken: files *.pub, each a public key of 32 bytes in hexadecimal."""
    return tuple(
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(path.read_text("ascii").strip())) for path in sorted(folder.glob("*.pub"))
    )


def here(version: str) -> About:
    """What a package for this machine says."""
    return About(version, sys.platform, platform.machine().lower())


def numbers(version: str) -> tuple[int, ...]:
    """For comparing."""
    return tuple(int(part) for part in version.split("."))


def make(folder: Path, about: About, key: Ed25519PrivateKey, target: Path) -> None:
    """Pack the program in `folder` and sign it."""
    told = json.dumps({"version": about.version, "system": about.system, "machine": about.machine}).encode()
    body = target.with_name(f"{target.name}.part")
    with tarfile.open(body, "w:gz", compresslevel=6, format=tarfile.PAX_FORMAT) as tar:
        tar.addfile(_member(ABOUT, len(told)), _stream(told))
        for path in sorted(folder.rglob("*")):
            tar.add(path, f"tree/{path.relative_to(folder).as_posix()}", recursive=False, filter=_nobodys)
    with body.open("rb") as content, target.open("wb") as package:
        package.write(MAGIC + key.sign(_statement(content)))
        content.seek(0)
        while piece := content.read(1 << 20):
            package.write(piece)
    body.unlink()


def copy_checked(package: Path, copy: Path, keys: Iterable[Ed25519PublicKey]) -> None:
    """Copy the tar out of a package to where only we can write, and hold the copy against the signature; `ImportRefused` leaves no copy."""
    try:
        with package.open("rb") as source, copy.open("wb+") as target:
            if source.read(len(MAGIC)) != MAGIC:
                raise ImportRefused(NOT_ONE)
            signature = source.read(SIGNATURE_BYTES)
            while piece := source.read(1 << 20):
                target.write(piece)
            target.seek(0)
            if not _signed(_statement(target), signature, keys):
                raise ImportRefused(NOT_OURS)
    except OSError:
        copy.unlink(missing_ok=True)
        raise ImportRefused("The update package cannot be read, or there is no room for it. Nothing was changed.") from None
    except ImportRefused:
        copy.unlink(missing_ok=True)
        raise


def unpack(copy: Path, folder: Path) -> About:
    """Unpack a checked tar into the new `folder`; what it says of itself. Even a trusted maker's package writes nowhere else."""
    try:
        with tarfile.open(copy, "r:gz") as tar:
            about = _about(tar)
            held = 0
            for count, member in enumerate(tar):
                held += member.size
                if count > MOST_FILES or held > MOST_BYTES:
                    raise ImportRefused(UNSAFE)
                _unpack_one(tar, member, folder)
    except (tarfile.TarError, EOFError, zlib.error, ValueError, KeyError, TypeError):
        raise ImportRefused(UNSAFE) from None
    if not installation.listed(folder) or installation.altered(folder):
        raise ImportRefused("This package does not hold what its own list says. Nothing was changed.")
    return about


def _about(tar: tarfile.TarFile) -> About:
    first = tar.next()
    if first is None or first.name != ABOUT or not first.isreg() or first.size > LARGEST_ABOUT:
        raise ImportRefused(UNSAFE)
    stream = tar.extractfile(first)
    assert stream is not None
    told = json.loads(stream.read())
    about = About(str(told["version"]), str(told["system"]), str(told["machine"]))
    if not VERSION.fullmatch(about.version):
        raise ImportRefused(UNSAFE)
    return about


def _unpack_one(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """A folder, a file, or a link that stays inside; nothing twice."""
    if member.name == ABOUT:
        return
    parts = PurePosixPath(member.name).parts
    plain = member.isreg() or member.isdir() or member.issym()
    if parts[:1] != ("tree",) or not plain or ".." in parts or any("\\" in part or ":" in part for part in parts):
        raise ImportRefused(UNSAFE)
    place = folder.joinpath(*parts[1:])
    if not _inside(place.parent, folder) or (not member.isdir() and (place.exists() or place.is_symlink())):
        raise ImportRefused(UNSAFE)
    if member.isdir():
        place.mkdir(parents=True, exist_ok=True)
    elif member.issym():
        _link(place, member.linkname, folder)
    else:
        _write(place, tar, member)


def _link(place: Path, target: str, folder: Path) -> None:
    """A link, to what lies in the same folder or below it."""
    if PurePosixPath(target).is_absolute() or not _inside(place.parent / target, folder):
        raise ImportRefused(UNSAFE)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


def _write(place: Path, tar: tarfile.TarFile, member: tarfile.TarInfo) -> None:
    """A file for everybody to read; to run, where its maker could."""
    content = tar.extractfile(member)
    assert content is not None
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("xb") as file:
        shutil.copyfileobj(content, file)
    place.chmod(0o755 if member.mode & 0o100 else 0o644)


def _inside(place: Path, folder: Path) -> bool:
    """Whether a path, its links followed, lies in the folder or is it; Python's own filter for this came with 3.11.4, and Debian 12 has 3.11.2."""
    return place.resolve().is_relative_to(folder.resolve())


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = size
    return member


def _stream(content: bytes) -> BinaryIO:
    return io.BytesIO(content)


def _statement(content: BinaryIO) -> bytes:
    digest = hashlib.sha512()
    while piece := content.read(1 << 20):
        digest.update(piece)
    return MAGIC + digest.digest()


def _signed(statement: bytes, signature: bytes, keys: Iterable[Ed25519PublicKey]) -> bool:
    for key in keys:
        try:
            key.verify(signature, statement)
        except InvalidSignature:
            continue
        return True
    return False
