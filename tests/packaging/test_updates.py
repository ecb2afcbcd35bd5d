"""Update packages: nothing of one is looked into before its maker is known, and even a maker's package writes nowhere but into its own folder."""

import io
import tarfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from console import installation, updates
from console.faults import ImportRefused

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
MAKERS = (KEY.public_key(),)


def program(folder: Path) -> Path:
    (folder / "_internal" / "assets").mkdir(parents=True)
    (folder / "rimlight").write_text("#!/bin/sh\necho '{}'\n")
    (folder / "rimlight").chmod(0o755)
    (folder / "_internal" / "lib.so").write_bytes(b"library" * 1000)
    (folder / "_internal" / "same.so").symlink_to("lib.so")
    installation.write_list(folder)
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    target = tmp_path / "rimlight.update"
    updates.make(program(tmp_path / "made"), updates.here("9.9.9"), KEY, target)
    return target


def taken(package: Path, folder: Path, keys=MAKERS):
    folder.mkdir()
    updates.copy_checked(package, folder / "tar", keys)
    return updates.unpack(folder / "tar", folder / "tree")


def test_a_signed_package_comes_out_as_it_went_in(package, tmp_path):
    assert taken(package, tmp_path / "new") == updates.here("9.9.9")
    tree = tmp_path / "new" / "tree"
    assert installation.altered(tree) == ()
    assert (tree / "rimlight").stat().st_mode & 0o777 == 0o755
    assert (tree / "_internal" / "same.so").is_symlink()


def test_another_makers_package_is_refused_and_leaves_nothing(package, tmp_path):
    stranger = Ed25519PrivateKey.generate().public_key()
    for keys in ((), (stranger,)):
        with pytest.raises(ImportRefused, match="not signed by a maker"):
            updates.copy_checked(package, tmp_path / "copy", keys)
        assert not (tmp_path / "copy").exists()
    updates.copy_checked(package, tmp_path / "copy", (stranger, *MAKERS))


@pytest.mark.parametrize("place", [3, 20, 60, 82, 90, 200, -1])
def test_one_changed_byte_anywhere_is_refused(package, tmp_path, place):
    content = bytearray(package.read_bytes())
    content[place] ^= 1
    package.write_bytes(content)
    with pytest.raises(ImportRefused):
        updates.copy_checked(package, tmp_path / "copy", MAKERS)
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("content", [b"", b"RIMLIGHT", updates.MAGIC, updates.MAGIC + b"x" * 63, b"PK\x03\x04" * 50])
def test_what_is_no_package_is_refused(tmp_path, content):
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(ImportRefused):
        updates.copy_checked(tmp_path / "file", tmp_path / "copy", MAKERS)


def entry(name: str, kind: bytes = tarfile.REGTYPE, link: str = "", content: bytes = b"x") -> tuple[tarfile.TarInfo, bytes]:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, link
    member.size = len(content) if kind == tarfile.REGTYPE else 0
    return member, content


ABOUT = entry(updates.ABOUT, content=b'{"version": "9.9.9", "system": "linux", "machine": "x86_64"}')


@pytest.mark.parametrize(
    "members",
    [
        [],
        [entry("tree/file")],
        [entry(updates.ABOUT, content=b"{}")],
        [entry(updates.ABOUT, content=b'{"version": "../9", "system": "", "machine": ""}')],
        [ABOUT, entry("tree/../../outside")],
        [ABOUT, entry("/tmp/outside")],
        [ABOUT, entry("outside")],
        [ABOUT, entry("tree/a\\..\\outside")],
        [ABOUT, entry("tree/C:outside")],
        [ABOUT, entry("tree/link", tarfile.SYMTYPE, "../../outside"), entry("tree/link/file")],
        [ABOUT, entry("tree/link", tarfile.SYMTYPE, "/etc")],
        [ABOUT, entry("tree/hard", tarfile.LNKTYPE, "/etc/passwd")],
        [ABOUT, entry("tree/device", tarfile.CHRTYPE)],
        [ABOUT, entry("tree/pipe", tarfile.FIFOTYPE)],
        [ABOUT, entry("tree/file"), entry("tree/file")],
        [ABOUT, entry("tree/file")],  # without a list of its own
    ],
)
def test_even_a_trusted_makers_package_stays_in_its_folder(tmp_path, members):
    copy = tmp_path / "new" / "tar"
    copy.parent.mkdir()
    with tarfile.open(copy, "w:gz") as tar:
        for member, content in members:
            tar.addfile(member, io.BytesIO(content))
    (tmp_path / "new" / "tree").mkdir()
    with pytest.raises(ImportRefused):
        updates.unpack(copy, tmp_path / "new" / "tree")
    assert not list(tmp_path.glob("outside*"))
    assert not list((tmp_path / "new").glob("outside*"))


def test_a_bomb_is_refused_by_what_it_says_of_its_sizes(tmp_path, monkeypatch):
    monkeypatch.setattr(updates, "MOST_BYTES", 1000)
    with tarfile.open(tmp_path / "tar", "w:gz") as tar:
        for member, content in (ABOUT, entry("tree/file", content=bytes(2000))):
            tar.addfile(member, io.BytesIO(content))
    with pytest.raises(ImportRefused):
        updates.unpack(tmp_path / "tar", tmp_path / "tree")
    assert not (tmp_path / "tree" / "file").exists()


def test_a_torn_archive_is_refused(package, tmp_path):
    updates.copy_checked(package, tmp_path / "tar", MAKERS)
    whole = (tmp_path / "tar").read_bytes()
    for length in (0, 10, len(whole) // 4, len(whole) // 2):
        (tmp_path / "tar").write_bytes(whole[:length])
        with pytest.raises(ImportRefused):
            updates.unpack(tmp_path / "tar", tmp_path / f"tree{length}")


def test_keys_are_read_from_a_folder_and_a_spoilt_one_is_an_error(tmp_path):
    assert updates.trusted(tmp_path) == ()
    (tmp_path / "maker.pub").write_text(MAKERS[0].public_bytes_raw().hex() + "\n")
    assert [key.public_bytes_raw() for key in updates.trusted(tmp_path)] == [MAKERS[0].public_bytes_raw()]
    (tmp_path / "other.pub").write_text("no key")
    with pytest.raises(ValueError, match="non-hexadecimal"):
        updates.trusted(tmp_path)
