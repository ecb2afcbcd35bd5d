"""The bill of materials (CycloneDX) and the licences of everything in the program's folder: each file belongs to a wheel, a system package or to us.

A file whose origin nobody knows ends the build: what cannot be named cannot be kept up to date.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = re.compile(r"\.(so|dll|pyd|dylib)(\.|$)", re.IGNORECASE)
LICENCE = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors|copyright|third.?party)[^/]*$", re.IGNORECASE)
OURS, PYTHON, BUILDER, RUNTIME = "rimlight", "python", "pyinstaller", "visual-c++-runtime"


@dataclass(slots=True)
class Origin:
    """Where files came from: `kind` is pypi, deb, python, microsoft or ours."""

    kind: str
    name: str
    version: str
    files: dict[str, str] = field(default_factory=dict)  # destination to SHA-256
    modules: int = 0


def write(contents: Path, tree: Path, version: str) -> None:
    """`rimlight.cdx.json` and `licences/` into the folder, from the list that the spec left."""
    listed = json.loads(contents.read_text("utf-8"))
    origins = Origins(version)
    inside = tree / "_internal"
    for destination, source in listed["files"]:
        if LIBRARY.search(Path(destination).name) and (inside / destination).is_file():
            origins.of(source).files[destination] = _sha256(inside / destination)
        else:
            origins.of(source)
    for _name, source in listed["modules"]:
        origins.of(source).modules += 1
    _cover(origins, inside)
    _licences(origins, inside / "licences")
    bom = _bom(origins, version)
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    if (fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)) is not None:
        raise SystemExit(f"The bill of materials is not valid CycloneDX: {fault}")
    (inside / "rimlight.cdx.json").write_text(text, encoding="utf-8")


class Origins:
    """Finds for a source file the wheel, the system package or the interpreter that it belongs to."""

    def __init__(self, version: str) -> None:
        self.found: dict[tuple[str, str], Origin] = {}
        self._version = version
        self._owners = _owners()
        self._systems: dict[str, tuple[str, str]] = {}

    def of(self, source: str) -> Origin:
        """Of one file; unknown ones end the build."""
        path = Path(source).resolve()
        kind, name, version = self._known(path, source)
        return self.found.setdefault((kind, name), Origin(kind, name, version))

    def _known(self, path: Path, source: str) -> tuple[str, str, str]:
        if wheel := self._owners.get(os.path.normcase(path)):
            return "pypi", *wheel
        if path.is_relative_to(ROOT) and ".venv" not in path.parts:
            return "ours", OURS, self._version
        if any(path.is_relative_to(place) for place in _interpreter()):
            return "python", PYTHON, platform.python_version()
        if "PyInstaller" in source or "_pyinstaller_hooks_contrib" in source:
            return "pypi", BUILDER, metadata.version(BUILDER)
        if os.name == "nt" and path.is_relative_to(os.environ["SYSTEMROOT"]):
            return "microsoft", RUNTIME, platform.version()
        return "deb", *self._system(path)

    def _system(self, path: Path) -> tuple[str, str]:
        if str(path) not in self._systems:
            found = ""
            for spelt in (path, Path(str(path).removeprefix("/usr"))):
                found = found or _said("dpkg-query", "-S", str(spelt)).partition(":")[0]
            if not found:
                raise SystemExit(f"Nobody knows where {path} comes from; it must not be shipped.")
            self._systems[str(path)] = found, _said("dpkg-query", "-W", "-f", "${Version}", found)
        return self._systems[str(path)]


def _owners() -> dict[str, tuple[str, str]]:
    """Installed file to wheel and version, from the wheels' own lists."""
    owners = {}
    for wheel in metadata.distributions():
        name, place = (wheel.metadata["Name"], wheel.version), str(Path(str(wheel.locate_file(""))).resolve())
        for file in wheel.files or ():
            owners[os.path.normcase(os.path.normpath(f"{place}/{file}"))] = name
    return owners


def _interpreter() -> list[Path]:
    places = [
        sysconfig.get_path("stdlib"),
        sysconfig.get_config_var("LIBDIR") if sys.base_prefix != "/usr" else "",
        sys.base_prefix if os.name == "nt" else "",
    ]
    return [Path(place).resolve() for place in places if place]


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _cover(origins: Origins, inside: Path) -> None:
    """Every library that lies there must be one that is named."""
    named = {destination for origin in origins.found.values() for destination in origin.files}
    real = {
        path.relative_to(inside).as_posix()
        for path in inside.rglob("*")
        if LIBRARY.search(path.name) and path.is_file() and not path.is_symlink()
    }
    if unknown := sorted(real - {name.replace("\\", "/") for name in named} - {name for name in real if (inside / name).suffix == ".py"}):
        raise SystemExit(f"These libraries are not in the bill of materials: {', '.join(unknown)}")


def _licences(origins: Origins, target: Path) -> None:
    """The licence texts of every wheel, of the system's packages, of Python and our own."""
    shutil.rmtree(target, ignore_errors=True)
    for (kind, name), _origin in sorted(origins.found.items()):
        folder = target / f"{kind}-{name}"
        texts = _texts(kind, name)
        if not texts:
            raise SystemExit(f"No licence text was found for {name}.")
        folder.mkdir(parents=True)
        for number, text in enumerate(texts):
            shutil.copyfile(text, folder / (text.name if number == 0 else f"{number}-{text.name}"))


def _texts(kind: str, name: str) -> list[Path]:
    if kind == "ours":
        return [ROOT / "LICENSE", ROOT / "assets" / "fonts" / "OFL.txt"]
    if kind == "deb":
        return [Path(f"/usr/share/doc/{name}/copyright")]
    if kind == "microsoft":
        return [ROOT / "packaging" / "windows" / "runtime.txt"]
    if kind == "python":
        own = [
            Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
            Path(sys.base_prefix) / "LICENSE.txt",  # on Windows
            Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright"),
        ]
        return [path for path in own if path.exists()]
    wheel = metadata.distribution(name)
    texts = [
        Path(str(wheel.locate_file(file)))
        for file in wheel.files or ()
        if LICENCE.search(str(file)) and file.suffix not in {".py", ".pyc", ".pyi"}
    ]
    # Some wheels state their licence only in their metadata.
    return [path for path in texts if path.is_file()] or [
        Path(str(wheel.locate_file(file))) for file in wheel.files or () if file.name == "METADATA"
    ]


def _bom(origins: Origins, version: str) -> Bom:
    whole = Component(name=OURS, version=version, type=ComponentType.APPLICATION, bom_ref=OURS)
    bom = Bom()
    bom.metadata.component = whole
    below = []
    for (kind, name), origin in sorted(origins.found.items()):
        if kind == "ours":
            continue
        part = Component(
            name=name, version=origin.version, bom_ref=f"{kind}:{name}", type=ComponentType.LIBRARY, purl=_address(origin),
            properties=[Property(name="rimlight:modules", value=str(origin.modules))], components=_files(origin),
        )  # fmt: skip
        bom.components.add(part)
        below.append(Dependency(part.bom_ref))
    bom.dependencies.add(Dependency(whole.bom_ref, dependencies=below))
    return bom


def _files(origin: Origin) -> list[Component]:
    """Each shared library under what it belongs to, by its place and hash."""
    return [
        Component(
            name=place, type=ComponentType.FILE, bom_ref=f"file:{place}", hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha256)]
        )
        for place, sha256 in sorted(origin.files.items())
    ]


def _address(origin: Origin) -> PackageURL:
    kinds: dict[str, tuple[str, str | None]] = {
        "pypi": ("pypi", None), "deb": ("deb", "debian"), "python": ("generic", None), "microsoft": ("generic", "microsoft"),
    }  # fmt: skip
    kind, space = kinds[origin.kind]
    return PackageURL(kind, space, origin.name, origin.version)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def system_packages(names: Iterable[str]) -> list[str]:
    """The Debian packages that hold these libraries of the system: what an installation depends on."""
    cached = dict(re.findall(r"^\s+(\S+) \([^)]*x86-64[^)]*\) => (\S+)$", _said("/sbin/ldconfig", "-p"), re.MULTILINE))
    if unknown := sorted(name for name in names if name not in cached and not name.startswith("ld-linux")):
        raise SystemExit(f"These libraries are needed, but this machine does not have them: {', '.join(unknown)}")
    origins = Origins("")
    return sorted({origins.of(cached[name]).name for name in names if name in cached})
