"""An update from end to end on a real store: the new version takes it over, or everything is as it was."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from console import installation, updates, updates_steps
from console.cases import backup, condition, migrations, opening
from console.cases.database import unlock
from console.cases.exchange import STORE
from console.cases.keys import load
from console.cases.model import Role
from console.cases.pins import Pins
from console.cases.restore import restore
from console.cases.service import CaseService
from console.cases.verify import Finding, Part
from console.commands import update
from console.faults import CaseStoreError, ImportRefused, Refused, StoreBusy

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
MAKERS = (KEY.public_key(),)
OLD, NEW = "1.0.0", "1.1.0"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="links here are symbolic ones")


@pytest.fixture(autouse=True)
def key_in_a_file(monkeypatch):
    monkeypatch.setenv("RIMLIGHT_KEY_PLACE", "file")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    service = CaseService.open(tmp_path / "home", pins=Pins(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)))
    service.add_user(None, "Ada", Role.ADMINISTRATOR, "135790")
    service.close()
    return tmp_path / "home"


def program(folder: Path) -> Path:
    (folder / "_internal" / "assets").mkdir(parents=True)
    (folder / "rimlight").write_text(folder.name)
    installation.write_list(folder)
    return folder


@pytest.fixture
def prefix(tmp_path: Path) -> Path:
    program(tmp_path / "opt" / "versions" / OLD)
    (tmp_path / "opt" / "current").symlink_to(f"versions/{OLD}")
    return tmp_path / "opt"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    updates.make(program(tmp_path / "made"), updates.here(NEW), KEY, tmp_path / "new.update")
    return tmp_path / "new.update"


class Programs:
    """Both versions, without processes: the new one knows one migration more, and may fail where it is told to."""

    def __init__(self, monkeypatch, failing: str = "") -> None:
        self.asked: list[tuple[str, str]] = []
        self._patch, self._failing = monkeypatch, failing

    def __call__(self, path: Path, command: str, *arguments: str, home: Path):
        place = path.parent.resolve()
        version = place.name if place.parent.name == updates_steps.VERSIONS and not place.name.startswith(".") else NEW
        self.asked.append((version, command))
        if command == "check":
            return {"fit": self._failing != "check"}
        if command == "backup":
            return {"backup": str(backup.make(home, reason=backup.MIGRATION).path)}
        if command == "restore":
            restore(home, backup.at_path(Path(arguments[1])), with_journals=False)
            return {}
        return self._take_over(home)

    def _take_over(self, home: Path):
        def fourth(database) -> None:
            database.conn.execute("CREATE TABLE newer (word TEXT) STRICT")
            if self._failing == "migration":
                raise CaseStoreError("The migration failed.")

        opening.open_store(home, lambda: datetime.now(UTC), read_only=False, steps=(*migrations.MIGRATIONS, fourth)).release()
        if self._failing == "crash":
            raise CaseStoreError("It ended without a word.")
        return {"fit": self._failing != "take over"}


def form_of(home: Path) -> int:
    database, _ = unlock(home / STORE, load(home).databases, read_only=True)
    try:
        return migrations.version(database)
    finally:
        database.close()


def test_the_new_version_takes_over_program_and_store(prefix, package, home, monkeypatch):
    ask = Programs(monkeypatch)
    done = updates_steps.install(package, prefix, home, MAKERS, ask)
    assert (done.before, done.after) == (OLD, NEW)
    assert backup.at_path(Path(done.backup)) is not None
    assert updates_steps.in_use(prefix) == NEW
    assert form_of(home) == len(migrations.MIGRATIONS) + 1
    assert ask.asked == [(NEW, "check"), (OLD, "backup"), (NEW, "update")]
    assert sorted(path.name for path in (prefix / "versions").iterdir()) == [OLD, NEW]


@pytest.mark.parametrize("failing", ["migration", "crash", "take over"])
def test_a_version_that_fails_leaves_program_and_store_as_they_were(prefix, package, home, monkeypatch, failing):
    with pytest.raises(Refused, match="are as they were"):
        updates_steps.install(package, prefix, home, MAKERS, Programs(monkeypatch, failing))
    assert updates_steps.in_use(prefix) == OLD
    assert form_of(home) == len(migrations.MIGRATIONS)
    CaseService.open(home).close()  # for writing
    assert [path.name for path in (prefix / "versions").iterdir()] == [OLD]


def test_a_store_in_which_nothing_was_done_yet_comes_back_too(prefix, package, tmp_path, monkeypatch):
    CaseService.open(tmp_path / "empty").close()
    with pytest.raises(Refused, match="are as they were"):
        updates_steps.install(package, prefix, tmp_path / "empty", MAKERS, Programs(monkeypatch, "migration"))
    assert form_of(tmp_path / "empty") == len(migrations.MIGRATIONS)
    CaseService.open(tmp_path / "empty").close()


def test_a_version_that_fails_by_itself_never_meets_the_store(prefix, package, home, monkeypatch):
    ask = Programs(monkeypatch, "check")
    with pytest.raises(Refused, match="self-test"):
        updates_steps.install(package, prefix, home, MAKERS, ask)
    assert ask.asked == [(NEW, "check")]
    assert updates_steps.in_use(prefix) == OLD
    assert [path.name for path in (prefix / "versions").iterdir()] == [OLD]


def test_back_to_the_version_before_which_reads_the_newer_store_politely(prefix, package, home, monkeypatch):
    updates_steps.install(package, prefix, home, MAKERS, Programs(monkeypatch))
    done = updates_steps.roll_back(prefix)
    assert (done.before, done.after, updates_steps.in_use(prefix)) == (NEW, OLD, OLD)
    service = CaseService.open(home)
    assert service.health().read_only
    service.close()


def test_there_may_be_nothing_to_go_back_to(prefix):
    with pytest.raises(Refused, match="no earlier version"):
        updates_steps.roll_back(prefix)


def test_a_store_in_use_is_left_alone(prefix, package, home, monkeypatch):
    service = CaseService.open(home)
    try:
        with pytest.raises(StoreBusy):
            updates_steps.install(package, prefix, home, MAKERS, Programs(monkeypatch))
    finally:
        service.close()
    assert updates_steps.in_use(prefix) == OLD
    assert [path.name for path in (prefix / "versions").iterdir()] == [OLD]


OTHERS = [
    updates.here(OLD),
    updates.here("0.9.9"),
    updates.About(NEW, "plan9", "x86_64"),
    updates.About(NEW, updates.here(NEW).system, "vax"),
]


@pytest.mark.parametrize("about", OTHERS)
def test_a_package_that_does_not_fit_is_refused(prefix, tmp_path, home, monkeypatch, about):
    updates.make(program(tmp_path / "made"), about, KEY, tmp_path / "other.update")
    ask = Programs(monkeypatch)
    with pytest.raises(ImportRefused):
        updates_steps.install(tmp_path / "other.update", prefix, home, MAKERS, ask)
    assert ask.asked == []
    assert [path.name for path in (prefix / "versions").iterdir()] == [OLD]


def test_an_update_that_was_cut_short_is_taken_up_again(prefix, package, home, monkeypatch):
    half = prefix / "versions" / NEW
    half.mkdir()
    (half / "rimlight").write_text("half")
    updates_steps.install(package, prefix, home, MAKERS, Programs(monkeypatch))
    assert updates_steps.in_use(prefix) == NEW
    assert installation.altered(prefix / "versions" / NEW) == ()


def test_two_versions_stay_and_what_a_package_manager_put_there(prefix, package, home, monkeypatch):
    for version, packaged in (("0.8.0", False), ("0.9.0", True)):
        program(prefix / "versions" / version)
        if packaged:
            (prefix / "versions" / f"{version}.packaged").touch()
    updates_steps.install(package, prefix, home, MAKERS, Programs(monkeypatch))
    assert {path.name for path in (prefix / "versions").iterdir() if path.is_dir()} == {"0.9.0", OLD, NEW}


def test_a_machine_without_a_store_is_updated_too(prefix, package, tmp_path, monkeypatch):
    done = updates_steps.install(package, prefix, tmp_path / "nothing", MAKERS, Programs(monkeypatch))
    assert (done.after, done.backup) == (NEW, "")
    assert not (tmp_path / "nothing").exists()


def test_a_checkout_is_not_updated(package):
    with pytest.raises(Refused, match="not installed by its installer"):
        updates_steps.prefix_of(None)
    with pytest.raises(Refused, match="not installed by its installer"):
        updates_steps.prefix_of(package.parent)


def test_a_store_of_a_newer_version_is_not_taken_over(home):
    def fourth(database) -> None:
        database.conn.execute("CREATE TABLE newer (word TEXT) STRICT")

    opening.open_store(home, lambda: datetime.now(UTC), read_only=False, steps=(*migrations.MIGRATIONS, fourth)).release()
    assert not update.take_over(home)["fit"]
    assert [check.sentence for check in condition.conditions(home, datetime.now(UTC)) if "newer Rimlight" in check.sentence]


def test_taking_over_checks_the_whole_store(home, monkeypatch):
    assert update.take_over(home)["fit"]
    grave = Finding(Part.PAGES, STORE, "A page is damaged.", grave=True)
    monkeypatch.setattr(update, "inspect", lambda _home, _progress: (grave,))
    assert update.take_over(home)["findings"] == ["A page is damaged."]
    assert not update.take_over(home)["fit"]
