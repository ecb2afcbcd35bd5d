"""Every expected failure as a sentence for the person at the screen: what happened, what was kept, what to do next.

The other packages raise; only the console catches, and words it here. An exception that is not ours is worded without its text, because
that text may carry a patient's name.
"""

from __future__ import annotations

from devices.errors import DeviceError


class Refused(Exception):
    """The input or the request cannot be accepted; the text is one sentence for people: what, where, why. Nothing was changed."""


class ImportRefused(Refused):
    """A file that was handed to us does not fit."""


class CaseStoreError(Exception):
    """The store could not do its work; the text is one sentence for people, free of patient data."""


class StoreBusy(CaseStoreError):
    """Another Rimlight has this store open."""


class StoreTooNew(CaseStoreError):
    """The store was written by a newer Rimlight; it can be read, not written."""


class StoreDamaged(CaseStoreError):
    """The store, or a file of it, is not what was written."""


class KeyMissing(CaseStoreError):
    """The store is there and its key is not."""


class NotAllowed(Refused):
    """The signed-in role may not do this."""


def worded(error: BaseException) -> str:
    """One sentence for the surgeon."""
    match error:
        case Refused() | CaseStoreError():
            return str(error)
        case DeviceError():
            return f"{error.device}: {error.problem}"
        case OSError() if error.errno == 28:
            return "The disk is full. What was shown as saved is safe; free some space, then try again."
        case _:
            return (
                "Something went wrong inside Rimlight. What was shown as saved is safe. Close this message and go on; the log says where."
            )
