"""The hospital's picture archive: one file an adapter. What pynetdicom would log may carry a patient's name, so it logs nothing."""

import logging

_spoken = logging.getLogger("pynetdicom")
_spoken.setLevel(logging.CRITICAL + 1)
_spoken.propagate = False
