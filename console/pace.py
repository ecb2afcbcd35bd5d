"""How Python's threads take turns while a picture is live: in steps that no eye sees, and without a search for rubbish in what stays for ever."""

from __future__ import annotations

import gc
import sys

TURN_S = 0.0005  # as delivered a thread that wants its turn waits up to 5 ms for another's, several times a picture
NEW_OBJECTS = 20_000  # as delivered 700, with searches through all that was ever loaded: pictures came late, and some were lost


def steady() -> None:
    """Once everything is loaded: short turns, and whatever lives now is taken to live until the end."""
    sys.setswitchinterval(TURN_S)
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 20, 50)
