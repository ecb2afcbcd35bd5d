"""The guides: whatever they tell somebody to type, tap, open or look at is there."""

import re
import shlex

import pytest

from console import resources
from console.__main__ import COMMANDS, parser_for
from console.settings import Settings
from devices.errors import DeviceError
from devices.hospital import Local
from devices.pacs.address import peer_of, port_of, web_base_of
from devices.registry import opener

ROOT = resources.assets().parent
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
FENCE = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
NO_BUTTONS = {"clear", "look", "good", "bad", "indeterminate", "?", "+", "written by a newer Rimlight"}


def lines(language):
    """(guide, line) of every fenced block in this language."""
    found = []
    for guide in GUIDES:
        for kind, block in FENCE.findall(guide.read_text(encoding="utf-8")):
            assert kind in {"sh", "bat"}
            found += [(guide.name, line) for line in block.splitlines() if kind == language]
    return found


def test_there_is_one_for_each_who_works_with_it():
    assert [guide.stem for guide in GUIDES] == ["administrator", "nurse", "researcher", "surgeon"]


@pytest.mark.parametrize(("guide", "line"), lines("sh"))
def test_a_command_exists_and_takes_what_the_guide_gives_it(guide, line):
    program, *words = shlex.split(line)
    if program == "rimlight":
        named = words[:1] if words and words[0] in COMMANDS else []
        assert named or words[0].startswith("-")
        if words == ["--version"]:
            return
        parser_for(words).parse_args(words[len(named) :])  # ends the test where the parser refuses
    elif program == "apt-get":
        assert words[-1] in {"./rimlight_VERSION_amd64.deb", "rimlight"}
    elif program == "systemctl":
        assert (ROOT / "packaging" / "linux" / f"{words[-1]}.service").is_file()
    else:
        assert program == "openssl", guide


def test_the_installer_for_windows_takes_what_the_guide_gives_it():
    script = (ROOT / "packaging" / "windows" / "rimlight.nsi").read_text(encoding="utf-8")
    typed = [line for _guide, line in lines("bat")]
    assert len(typed) == 3
    for option in re.findall(r" (/\w+)", " ".join(typed)):
        assert option in {"/S", "/D"} or f'"{option}="' in script
    assert "uninstall.exe" in script


def test_every_command_for_it_is_in_the_guide():
    told = {shlex.split(line)[1] for _guide, line in lines("sh") if line.startswith("rimlight ")}
    assert {"check", "backup", "restore", "verify", "rotate-key", "update", "models", "demo", "cohort"} <= told


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_pictures_and_pages_that_it_leads_to_are_there(guide):
    targets = re.findall(r"\]\(([^)#]+)", guide.read_text(encoding="utf-8"))
    assert [target for target in targets if not (guide.parent / target).is_file()] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_what_it_quotes_is_said_by_a_screen(guide):
    said = set()
    for path in (ROOT / "console").rglob("*.py"):
        said |= {one.strip().lower() for one in re.findall(r'"([^"\n]+)"', path.read_text(encoding="utf-8"))}
    sentences = "\n".join(said)
    quoted = set(re.findall("«(.+?)»", guide.read_text(encoding="utf-8"))) - NO_BUTTONS
    assert {word for word in quoted if word.lower() not in said and word.lower() not in sentences} == set()


def test_the_addresses_that_it_gives_can_be_read():
    text = (ROOT / "docs" / "guides" / "administrator.md").read_text(encoding="utf-8")
    for address in re.findall(r"`((?:uvc|gige|visa|sim):[^`]+)`", text):
        opener(address.replace("HOST", "10.0.0.9"), Local())
    for address in re.findall(r"`(dicom:[A-Z]+@[^`]+)`", text):
        assert peer_of(address)
    assert port_of("dicom:11112")[0] == 11112
    assert port_of("dicoms:2762") == (2762, True)
    assert all(f"`{one}`" in text for one in ("dicom:11112", "dicoms:2762", "https://archive.example/dicom-web"))
    assert web_base_of("https://archive.example/dicom-web")
    assert Settings().changed("callers", "CT1, PETCT@10.0.0.7").callers in text


def test_an_address_that_is_none_would_be_noticed():
    with pytest.raises(DeviceError):
        peer_of("dicom:ARCHIVE")
