"""Makes the program's folder: PyInstaller, then the makers' keys, the licences, the bill of materials, and last the list of hashes of all of it."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import bill
import elf
import icons
import signing
from project import ROOT, say, version

from console import installation

BUILD = ROOT / "build" / "package"
TREE = BUILD / "tree" / "rimlight"
INSIDE = TREE / "_internal"


def freeze() -> None:
    """The folder as PyInstaller leaves it."""
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / "version.txt").write_text(version_resource(version()), encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "--distpath", BUILD / "tree",
               "--workpath", BUILD / "work", ROOT / "packaging" / "rimlight.spec"]  # fmt: skip
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT, env={**os.environ, "RIMLIGHT_BUILD": str(BUILD)})
    say(f"{elf.slim(TREE) / 1e6:.0f} MB of debugging symbols left out")


def version_resource(text: str) -> str:
    """What Windows shows under a program's properties."""
    numbers = (*(int(part) for part in text.split(".")), 0)
    words = {
        "CompanyName": "Rimlight", "FileDescription": "Rimlight margin console (research use only)", "FileVersion": text, "InternalName": "rimlight",
        "LegalCopyright": "GPL-3.0-or-later", "OriginalFilename": "rimlight.exe", "ProductName": "Rimlight", "ProductVersion": text,
    }  # fmt: skip
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0, OS=0x40004, fileType=1, subtype=0),\n"
        f"  kids=[StringFileInfo([StringTable('080904B0', [{strings}])]), VarFileInfo([VarStruct('Translation', [2057, 1200])])])\n"
    )


def keep_keys(inside: Path) -> None:
    """The public halves of the makers' keys, by which updates are taken: those in packaging/update-keys and the one of who builds."""
    folder = inside / "assets" / "update-keys"
    folder.mkdir(parents=True, exist_ok=True)
    for path in (ROOT / "packaging" / "update-keys").glob("*.pub"):
        shutil.copy2(path, folder)
    (folder / "maker.pub").write_text(signing.public(signing.own_key()) + "\n")


def main() -> None:
    """All of it; `--again` leaves PyInstaller's part as it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--again", action="store_true")
    BUILD.mkdir(parents=True, exist_ok=True)
    icons.draw(BUILD)
    if not parser.parse_args().again:
        say("freezing the program (minutes)")
        freeze()
    keep_keys(INSIDE)
    say("collecting licences and the bill of materials")
    bill.write(BUILD / "contents.json", TREE, version())
    installation.write_list(INSIDE / "assets")
    files = installation.write_list(TREE)
    size = sum(path.stat().st_size for path in TREE.rglob("*") if path.is_file() and not path.is_symlink())
    say(f"{TREE}: {files} files, {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
