"""Files: sealed in pieces, one for equal content, handed back whole or not at all."""

import hashlib

import pytest

from console.cases.assets import PIECE, Assets, chunks_of, slices_of
from console.cases.keys import Keys
from console.faults import Refused, StoreDamaged

SECOND, THIRD = 13 + PIECE + 16, 13 + 2 * (PIECE + 16)  # where pieces begin


@pytest.fixture
def assets(tmp_path):
    return Assets(tmp_path, Keys((bytes(32),)))


def keep(assets, content):
    sha256 = hashlib.sha256(content).hexdigest()
    assets.keep(sha256, slices_of(content))
    return sha256


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7])
def test_every_length_comes_back(assets, size):
    content = bytes(range(256)) * (size // 256 + 1)
    sha256 = keep(assets, content[:size])
    assert b"".join(assets.read(sha256)) == content[:size]
    assert sha256 not in str(assets.path(sha256))
    assert list(assets.folder.glob("*.part")) == []


def test_equal_content_is_one_file_and_a_damaged_one_is_made_good(assets):
    sha256 = keep(assets, b"frame")
    before = assets.path(sha256).read_bytes()
    keep(assets, b"frame")
    assert assets.path(sha256).read_bytes() == before
    assets.path(sha256).write_bytes(before[:-1])
    assert not assets.sound(sha256)
    keep(assets, b"frame")
    assert assets.sound(sha256)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-1],
        lambda content: content[:SECOND],  # the last pieces cut off exactly at a piece's end
        lambda content: content[:13] + content[SECOND:THIRD] + content[13:SECOND] + content[THIRD:],
        lambda content: content + b"\0",
        lambda content: content[:5],
        lambda content: b"",
        lambda content: content[:13],
        lambda content: b"XXXX" + content[4:],
        lambda content: content[:4] + b"\xff\xff" + content[6:],
        lambda content: content[:100] + bytes([content[100] ^ 1]) + content[101:],
    ],
)
def test_damage_is_never_handed_back_as_whole(assets, damage):
    sha256 = keep(assets, bytes(2 * PIECE + 5))
    path = assets.path(sha256)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(StoreDamaged, match=r"missing|damaged"):
        b"".join(assets.read(sha256))


def test_a_file_in_anothers_place_is_refused(assets):
    one, two = keep(assets, b"one"), keep(assets, b"two")
    assets.path(one).write_bytes(assets.path(two).read_bytes())
    with pytest.raises(StoreDamaged):
        b"".join(assets.read(one))
    assets.path(one).unlink()
    with pytest.raises(StoreDamaged, match="missing"):
        b"".join(assets.read(one))


def test_a_file_that_changes_while_it_is_read_is_refused(assets, tmp_path):
    with pytest.raises(Refused, match="changed"):
        assets.keep("00" * 32, [b"other"])
    assert list(assets.folder.rglob("*.part")) == []


def test_a_large_file_goes_through_in_pieces(theatre, tmp_path):
    path = tmp_path / "volume"
    path.write_bytes(b"voxel" * PIECE)
    case = theatre.case()
    asset = theatre.service.add_asset_file(theatre.surgeon, case.id, path, "application/octet-stream", "CT")
    assert asset.size == 5 * PIECE
    assert b"".join(theatre.service.read_asset_pieces(theatre.surgeon, case.id, asset.sha256)) == path.read_bytes()
    assert max(map(len, chunks_of(path))) == PIECE
    assert theatre.service.add_asset(theatre.surgeon, case.id, path.read_bytes(), "other", "other") == asset


def test_files_belong_to_their_case(theatre):
    case, other = theatre.case(), theatre.case("MRN-200")
    asset = theatre.service.add_asset(theatre.surgeon, case.id, b"frame", "image/png", "")
    with pytest.raises(Refused):
        theatre.service.read_asset(theatre.surgeon, other.id, asset.sha256)
    theatre.service.add_asset(theatre.surgeon, other.id, b"frame", "image/png", "")
    assert theatre.service.read_asset(theatre.surgeon, other.id, asset.sha256) == b"frame"
    assert len(list((theatre.home / "assets").glob("*/*"))) == 1


def test_what_a_crash_left_half_written_is_removed(theatre):
    case = theatre.case()
    theatre.service.add_asset(theatre.surgeon, case.id, b"frame", "image/png", "")
    (theatre.home / "assets" / "x.part").write_bytes(b"sealed")
    theatre.reopen()
    assert list((theatre.home / "assets").glob("*.part")) == []
