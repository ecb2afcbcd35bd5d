"""The key: where it is kept, who may read it, that it is never made anew in silence, and that changing it can be cut short anywhere."""

import json
import os

import keyring
import pytest
from keyring.backend import KeyringBackend

from console.cases import rotation
from console.cases.keys import MOST_GENERATIONS, Keys, load
from console.cases.service import CaseService
from console.cases.verify import verify
from console.faults import CaseStoreError, KeyMissing, Refused, StoreDamaged


class Wallet(KeyringBackend):
    """An operating system's key store, in memory."""

    priority = 5

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def wallet(monkeypatch):
    monkeypatch.delenv("RIMLIGHT_KEY_PLACE")
    before, made = keyring.get_keyring(), Wallet()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_the_key_file_is_its_owners_alone(theatre):
    assert (theatre.home / "key").stat().st_mode & 0o777 == 0o600
    assert theatre.home.stat().st_mode & 0o777 == 0o700
    assert (theatre.home / "store.db").stat().st_mode & 0o777 == 0o600
    assert json.loads((theatre.home / "key.place").read_text())["place"] == "file"


def test_a_key_that_others_can_read_is_not_used(theatre):
    theatre.service.close()
    (theatre.home / "key").chmod(0o640)
    with pytest.raises(KeyMissing, match="chmod 600"):
        theatre.open()


def test_a_lost_key_is_not_made_anew(theatre):
    theatre.service.close()
    (theatre.home / "key").rename(theatre.home / "elsewhere")
    for _ in range(2):
        with pytest.raises(KeyMissing, match="is not"):
            theatre.open()
    (theatre.home / "key.place").unlink()
    with pytest.raises(KeyMissing):
        theatre.open()
    (theatre.home / "elsewhere").rename(theatre.home / "key")
    theatre.open()


@pytest.mark.parametrize("content", ["", "zz", "00" * 31, "00" * 32])
def test_a_wrong_key_is_told_from_damage(theatre, content):
    theatre.service.close()
    (theatre.home / "key").write_text(content)
    with pytest.raises(KeyMissing) as refusal:
        theatre.open()
    assert not content or content not in str(refusal.value)


def test_a_lost_database_is_not_made_anew(theatre):
    theatre.service.close()
    (theatre.home / "store.db").unlink()
    with pytest.raises(StoreDamaged, match="--from-cases"):
        theatre.open()


def test_the_systems_key_store_is_preferred(wallet, tmp_path):
    home = tmp_path / "store"
    CaseService.open(home).close()
    assert not (home / "key").exists()
    assert len(wallet.kept) == 1
    CaseService.open(home).close()
    rotation.rotate(home, CaseService.open(tmp_path / "other").ledger.now)
    CaseService.open(home).close()
    wallet.kept.clear()
    with pytest.raises(KeyMissing, match="key store"):
        CaseService.open(home)


def test_keys_say_nothing_of_themselves():
    keys = Keys((bytes(range(32)),))
    assert "0102" not in repr(keys)
    assert keys.derive("database") != keys.derive("audit")
    assert Keys.from_text(keys.to_text()) == keys


def test_rotation_changes_the_database_and_keeps_everything_readable(theatre):
    case = theatre.case()
    asset = theatre.service.add_asset(theatre.surgeon, case.id, b"frame", "image/png", "")
    theatre.service.close()
    old = (theatre.home / "key").read_text()
    assert rotation.rotate(theatre.home, theatre.clock) == 2
    theatre.open()
    theatre.reopen()
    theatre.service.add_event(theatre.surgeon, case.id, "incision")
    assert theatre.service.read_asset(theatre.surgeon, case.id, asset.sha256) == b"frame"
    again = theatre.service.add_asset(theatre.surgeon, case.id, b"frame", "image/png", "")
    assert again == asset
    assert theatre.service.verify() == ()
    theatre.service.close()
    (theatre.home / "key").write_text(old)  # the old key alone opens nothing any more
    with pytest.raises(CaseStoreError):
        theatre.open()


STEPS = ["console.cases.rotation._encrypt_anew", "console.cases.rotation._copy", "console.cases.rotation.rekey", "pathlib.Path.replace"]


@pytest.mark.parametrize("step", STEPS)
def test_a_rotation_cut_short_is_finished_by_the_next(theatre, monkeypatch, step):
    case = theatre.case()
    theatre.service.close()

    class PowerCut(BaseException):
        pass

    with monkeypatch.context() as cut:
        real = os.replace

        def stop(*arguments, **_):
            if step != "pathlib.Path.replace" or str(arguments[0]).endswith(rotation.FRESH):
                raise PowerCut
            return real(*arguments)

        cut.setattr(step, stop)
        with pytest.raises(PowerCut):
            rotation.rotate(theatre.home, theatre.clock)
    assert len(load(theatre.home).generations) == 2
    theatre.open()
    theatre.reopen()
    theatre.service.add_event(theatre.surgeon, case.id, "incision")
    theatre.service.close()
    assert verify(theatre.home) == ()
    assert rotation.rotate(theatre.home, theatre.clock) == 2
    assert verify(theatre.home) == ()
    assert rotation.rotate(theatre.home, theatre.clock) == 3


def test_generations_end_somewhere():
    keys = Keys((bytes(32),) * MOST_GENERATIONS)
    with pytest.raises(Refused):
        keys.grown()
