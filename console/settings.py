"""What a department may choose, with the defaults that are safe without choosing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from console.faults import Refused
from console.words import LANGUAGES
from devices.hospital import OWN_TITLE, Local
from devices.igtlink.address import door_of
from devices.pacs.address import is_title, peer_of, port_of, web_base_of


def _title(text: str) -> None:
    if not is_title(text):
        raise Refused("The console's title must be 1 to 16 plain characters.")


def _callers(text: str) -> None:
    if not all(is_title(part.partition("@")[0]) for part in text.split(",")):
        raise Refused("Who may call is a list such as CT1, PETCT@10.0.0.7: titles of 1 to 16 plain characters, with or without an address.")


# Whoever reads an address refuses it in one sentence.
_READERS: dict[str, Callable[[str], object]] = {
    "own_title": _title, "worklist": peer_of, "steps": peer_of, "dicomweb": web_base_of, "listen": port_of, "callers": _callers,
    "navigation": door_of,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """Kept in the store, so that every change is audited. Addresses are as `devices.registry` reads them; empty means none."""

    department: str = "Breast surgery"
    rule_set: str = "sso-astro-invasive-2014"
    pathway: str = "radiograph-first"  # the order of evidence that a case follows unless another is chosen for it
    idle_lock_minutes: int = 5
    camera: str = "sim:camera"
    vna: str = "sim:vna"
    projector: str = "sim:projector"
    scanner: str = ""
    pacs: str = ""
    own_title: str = OWN_TITLE  # what this console is called in the hospital's network
    worklist: str = ""
    steps: str = ""  # where the hospital keeps account of performed steps (MPPS)
    dicomweb: str = ""  # where set, objects go there and not to `pacs`
    listen: str = ""  # where scanners and the archive may call
    callers: str = ""  # who may: TITLE or TITLE@HOST, …
    certificates: str = ""  # the folder of those for TLS
    navigation: str = ""  # where navigation programs may connect (OpenIGTLink): PORT, or PORT@HOST, …
    backup_minutes: int = 15
    language: str = "en"  # of the screen, one of `console.words.LANGUAGES`; records, exports and logs do not follow it
    screen_dpi: int = 0  # 0: ask the screen
    scan_pixels: int = 64  # a side of the microwave map
    scan_points: int = 201  # frequencies of a sweep
    reference_repeats: int = 1  # sweeps of each mask of a reference scan that are averaged
    diffusion_um: int = 0  # how far carriers wander in the photomodulator, undone in the map: 1500 in the study's; 0: not at all
    settling_lifetimes: int = 5  # of the carriers in the photomodulator, after each mask: 5 cost 6 ms a mask, 49 s a scan of 8192

    @property
    def local(self) -> Local:
        """What this console is in the hospital's network."""
        return Local(self.own_title or OWN_TITLE, Path(self.certificates) if self.certificates else None)

    def changed(self, name: str, value: Any) -> Settings:
        """A copy with one field changed, or `Refused` with the reason."""
        if name not in asdict(self):
            raise Refused("There is no setting of that name.")
        wanted = type(getattr(self, name))
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise Refused(f"The setting {name} must be {'a whole number' if wanted is int else 'text'}.")
        limits = {
            "idle_lock_minutes": (1, 60), "backup_minutes": (1, 240), "screen_dpi": (0, 600), "scan_pixels": (4, 256), "scan_points": (21, 1001),
            "settling_lifetimes": (1, 20), "diffusion_um": (0, 5000), "reference_repeats": (1, 10),
        }  # fmt: skip
        if name in limits and not limits[name][0] <= value <= limits[name][1]:
            raise Refused(f"The setting {name} must lie between {limits[name][0]} and {limits[name][1]}.")
        if name == "language" and value not in LANGUAGES:
            raise Refused(f"The language must be one of {', '.join(LANGUAGES)}.")
        if name == "scan_pixels" and value & (value - 1):
            raise Refused("The setting scan_pixels must be 4, 8, 16, 32, 64, 128 or 256.")
        if (reads := _READERS.get(name)) is not None and value:
            reads(value)
        return replace(self, **{name: value})

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """Read back; fields that a newer version added are ignored, missing ones take their default."""
        known = {name: value for name, value in json.loads(text).items() if name in cls.__slots__}
        return cls(**known)
