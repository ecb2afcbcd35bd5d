"""What a department may choose, with the defaults that are safe without choosing."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from console.faults import Refused


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
    backup_minutes: int = 15
    screen_dpi: int = 0  # 0: ask the screen
    scan_pixels: int = 64  # a side of the microwave map
    scan_points: int = 201  # frequencies of a sweep
    settling_lifetimes: int = 5  # of the carriers in the photomodulator, after each mask: 5 cost 6 ms a mask, 49 s a scan of 8192

    def changed(self, name: str, value: Any) -> Settings:
        """A copy with one field changed, or `Refused` with the reason."""
        if name not in asdict(self):
            raise Refused("There is no setting of that name.")
        wanted = type(getattr(self, name))
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise Refused(f"The setting {name} must be {'a whole number' if wanted is int else 'text'}.")
        limits = {
            "idle_lock_minutes": (1, 60), "backup_minutes": (1, 240), "screen_dpi": (0, 600), "scan_pixels": (4, 256), "scan_points": (21, 1001),
            "settling_lifetimes": (1, 20),
        }  # fmt: skip
        if name in limits and not limits[name][0] <= value <= limits[name][1]:
            raise Refused(f"The setting {name} must lie between {limits[name][0]} and {limits[name][1]}.")
        if name == "scan_pixels" and value & (value - 1):
            raise Refused("The setting scan_pixels must be 4, 8, 16, 32, 64, 128 or 256.")
        return replace(self, **{name: value})

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """Read back; fields that a newer version added are ignored, missing ones take their default."""
        known = {name: value for name, value in json.loads(text).items() if name in cls.__slots__}
        return cls(**known)
