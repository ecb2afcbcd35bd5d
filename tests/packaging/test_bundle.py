"""What `make package` froze, file by file: its bill of materials, its licences, what it needs of the system, what its packages say.

Runs by `make package` only (-m package).
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from console import __version__, installation

ROOT = Path(__file__).resolve().parents[2]
TREE = ROOT / "build" / "package" / "tree" / "rimlight"
INSIDE = TREE / "_internal"
LIBRARY = re.compile(r"\.so(\.|$)")
MOST_BYTES = 700_000_000  # grows unseen otherwise; docs/packages.md says what weighs
pytestmark = [pytest.mark.package, pytest.mark.skipif(not (INSIDE / "rimlight.cdx.json").exists(), reason="make package has not built one")]


@pytest.fixture(scope="module")
def bill():
    return json.loads((INSIDE / "rimlight.cdx.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def packaging():
    """The scripts that build, as modules."""
    sys.path.insert(0, str(ROOT / "packaging"))
    yield
    sys.path.remove(str(ROOT / "packaging"))


def test_the_bill_of_materials_is_valid_cyclonedx(bill):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is None
    assert bill["metadata"]["component"]["version"] == __version__


def test_every_library_is_claimed_once_with_its_hash(bill):
    claimed = [file for part in bill["components"] for file in part.get("components", ())]
    there = {path.relative_to(INSIDE).as_posix(): path for path in INSIDE.rglob("*") if LIBRARY.search(path.name) and not path.is_symlink()}
    assert sorted(file["name"] for file in claimed) == sorted(there)
    for file in claimed:
        with there[file["name"]].open("rb") as content:
            assert hashlib.file_digest(content, "sha256").hexdigest() == file["hashes"][0]["content"], file["name"]


def test_what_is_locked_is_what_was_frozen(bill):
    """A wheel of the bundle that the lock does not name in that version came from somewhere else."""
    lock = (ROOT / "packaging" / "requirements-dev.txt").read_text("utf-8")
    locked = set(re.findall(r"^([a-z0-9_.-]+)==([^\s;\\]+)", lock, re.MULTILINE))  # some twice, for different Pythons
    wheels = {
        (re.sub(r"[-_.]+", "-", part["name"]).lower(), part["version"])
        for part in bill["components"] if part["purl"].startswith("pkg:pypi/")
    }  # fmt: skip
    assert len(wheels) > 20
    assert wheels - locked == set()


def test_every_component_has_its_licence(bill):
    for part in bill["components"]:
        kind, _, name = part["bom-ref"].partition(":")
        assert list((INSIDE / "licences" / f"{kind}-{name}").iterdir()), part["bom-ref"]
    assert "GNU GENERAL PUBLIC LICENSE" in (INSIDE / "licences" / "ours-rimlight" / "LICENSE").read_text("utf-8")


def test_the_list_of_hashes_holds_and_the_size_is_known():
    assert installation.altered(TREE) == ()
    assert installation.altered(INSIDE / "assets") == ()
    assert sum(path.stat().st_size for path in TREE.rglob("*") if path.is_file() and not path.is_symlink()) < MOST_BYTES


def test_assets_are_whole_and_the_recipes_stayed_at_home():
    shipped = {path.name for path in (INSIDE / "assets").iterdir() if path.is_dir()}
    assert shipped - {"update-keys"} == {path.name for path in (ROOT / "assets").iterdir() if path.is_dir()} - {"recipes"}
    assert list((INSIDE / "drivers" / "devices" / "cameras" / "children").glob("*.py"))


def test_nothing_of_the_builders_key_or_of_tests_is_inside(packaging):
    import signing

    secret = signing.place().read_text().strip().encode()
    for path in TREE.rglob("*"):
        if path.is_file() and path.stat().st_size < 1 << 20:
            assert secret not in path.read_bytes(), path
    assert not [path for path in INSIDE.rglob("tests") if path.is_dir()]


@pytest.mark.skipif(not shutil.which("readelf"), reason="reads shared libraries")
def test_what_the_libraries_need_is_inside_or_among_the_dependencies(packaging):
    import bill as bills
    import elf

    package = max(ROOT.glob("dist/rimlight_*_amd64.deb"), key=lambda path: path.stat().st_mtime)
    said = subprocess.run(["dpkg-deb", "-f", package, "Depends"], capture_output=True, text=True, check=True).stdout
    promised = {part.split()[0] for part in said.split(",")}
    assert set(bills.system_packages(elf.needs(TREE).libraries)) == promised


@pytest.mark.skipif(not shutil.which("rpm"), reason="reads an .rpm")
def test_the_rpm_has_the_files_of_the_deb():
    def listed(*command):
        found = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.splitlines()
        return {line.split(" -> ")[0] for line in found}

    rpm = f"dist/rimlight-{__version__}.x86_64.rpm"
    deb = listed("sh", "-c", f"dpkg-deb --fsys-tarfile dist/rimlight_{__version__}_amd64.deb | tar -t")
    files = {f"/{name.removeprefix('./')}" for name in deb if not name.endswith("/")}
    assert files == {name for name in listed("rpm", "-qlp", rpm) if name in files or not name.startswith("/opt/rimlight")}
    assert "libGL.so.1()(64bit)" in listed("rpm", "-qp", "--requires", rpm)
