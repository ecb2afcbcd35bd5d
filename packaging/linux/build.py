"""Packs the program's folder for Linux: a .deb, an .rpm where rpmbuild is at hand, both with the same files in the same places; and an update."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import bill  # noqa: E402 - the folder above holds it
import elf  # noqa: E402
import icons  # noqa: E402
import signing  # noqa: E402
from freeze import BUILD, TREE  # noqa: E402
from project import ROOT, project, say, version  # noqa: E402

from console import updates  # noqa: E402

DESCRIPTION = "Is the whole tumour out, and if not, which face to shave. Research use only."
DATE = "@1767225600"  # one date in every package: the same input makes the same bytes


def lay_out(root: Path) -> None:
    """Everything where a Linux system expects it."""
    shutil.rmtree(root, ignore_errors=True)
    program = root / "opt" / "rimlight" / "versions" / version()
    shutil.copytree(TREE, program, symlinks=True)
    program.with_name(f"{version()}.packaged").touch()
    _put("rimlight.desktop", root / "usr/share/applications/rimlight.desktop")
    _put("70-rimlight.rules", root / "usr/lib/udev/rules.d/70-rimlight.rules")
    _put("rimlight-kiosk.service", root / "usr/lib/systemd/user/rimlight-kiosk.service")
    manual = root / "usr/share/man/man1/rimlight.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress(_filled("rimlight.1").encode(), mtime=0))
    for size in icons.SIZES:
        _copy(BUILD / f"rimlight-{size}.png", root / f"usr/share/icons/hicolor/{size}x{size}/apps/rimlight.png")
    _copy(icons.SOURCE, root / "usr/share/icons/hicolor/scalable/apps/rimlight.svg")
    _put("copyright", root / "usr/share/doc/rimlight/copyright")
    (root / "usr/share/doc/rimlight/changelog.gz").write_bytes(gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0))
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/rimlight").symlink_to("/opt/rimlight/current/rimlight")
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or (path.name == "rimlight" and path.parent == program) else 0o644)


def deb(root: Path, target: Path) -> None:
    """With dpkg-deb, as nobody's files."""
    control = root / "DEBIAN"
    control.mkdir()
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    about = project()
    homepage = f"Homepage: {about.homepage}\n" if about.homepage else ""
    (control / "control").write_text(
        f"Package: rimlight\nVersion: {version()}\nArchitecture: amd64\nMaintainer: {about.maintainer}\nInstalled-Size: {size}\n"
        f"Depends: {', '.join(depends())}\nRecommends: gir1.2-aravis-0.8, python3-gi\nSection: science\nPriority: optional\n{homepage}"
        f"Description: {about.summary}\n {DESCRIPTION}\n"
    )
    for name in ("postinst", "prerm", "postrm"):
        (control / name).write_text(_filled(name))
        (control / name).chmod(0o755)
    run("dpkg-deb", "--root-owner-group", "-Zzstd", "-z10", "--build", root, target)
    shutil.rmtree(control)


def depends() -> list[str]:
    """What the libraries in the folder need of the system, by Debian's names; the C and C++ libraries no older than they were built with."""
    needs = elf.needs(TREE)
    least = {"libc6": needs.glibc}
    return [f"{name} (>= {least[name]})" if least.get(name) else name for name in bill.system_packages(needs.libraries)]


def rpm(root: Path, folder: Path) -> None:
    """With rpmbuild; what it needs is named by the libraries themselves, which every distribution calls alike."""
    if not shutil.which("rpmbuild"):
        say("no rpmbuild here: no .rpm")
        return
    about, needed = project(), elf.needs(TREE)
    needs = [*(f"{name}()(64bit)" for name in needed.libraries), f"libc.so.6(GLIBC_{needed.glibc})(64bit)"]
    files = "\n".join(f'"/{path.relative_to(root)}"' for path in sorted(root.rglob("*")) if path.is_symlink() or not path.is_dir())
    own = root / "opt" / "rimlight"  # its folders go with the package; all others are the system's
    files += "\n" + "\n".join(
        f'%dir "/{path.relative_to(root)}"' for path in [own, *sorted(own.rglob("*"))] if path.is_dir() and not path.is_symlink()
    )
    scripts = "\n".join(f"%{part}\n{_filled(name)}" for part, name in (("post", "postinst"), ("preun", "prerm"), ("postun", "postrm")))
    top = BUILD / "rpm"
    shutil.rmtree(top, ignore_errors=True)
    top.mkdir()
    (top / "rimlight.spec").write_text(
        f"Name: rimlight\nVersion: {version()}\nRelease: 1\nSummary: {about.summary}\nLicense: {about.licence}\nAutoReqProv: no\n"
        + (f"URL: {about.homepage}\n" if about.homepage else "")
        + "".join(f"Requires: {need}\n" for need in needs)
        + "%global __os_install_post %{nil}\n%global debug_package %{nil}\n%define _binary_payload w10.zstdio\n%define _build_id_links none\n"
        + f"%description\n{DESCRIPTION}\n%install\ncp -a {root}/. %{{buildroot}}/\n{scripts}\n%files\n%defattr(-,root,root,-)\n{files}\n"
    )
    run("rpmbuild", "-bb", "--quiet", "--define", f"_topdir {top}", "--define", f"_rpmdir {folder}", "--define",
        f"_rpmfilename rimlight-{version()}.x86_64.rpm", top / "rimlight.spec")  # fmt: skip


def run(*command: object) -> None:
    """A tool that everything after it needs."""
    subprocess.run([str(part) for part in command], check=True, env={**os.environ, "SOURCE_DATE_EPOCH": DATE.removeprefix("@")})


def _filled(name: str) -> str:
    return (HERE / name).read_text("utf-8").replace("@VERSION@", version())


def _put(name: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_filled(name), encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def main() -> None:
    """Into the folder `dist`."""
    dist = ROOT / "dist"
    dist.mkdir(exist_ok=True)
    root = BUILD / "root"
    lay_out(root)
    deb(root, dist / f"rimlight_{version()}_amd64.deb")
    rpm(root, dist)
    updates.make(TREE, updates.here(version()), signing.own_key(), dist / f"rimlight-{version()}-{sys.platform}.update")
    say(f"packed for Linux: {', '.join(sorted(f'{path.name} {path.stat().st_size / 1e6:.0f} MB' for path in dist.glob('rimlight*')))}")


if __name__ == "__main__":
    main()
