"""A store in a theatre, an archive beside it, and their certificates: the fixtures of both neighbours, for what joins them."""

from tests.console.cases.conftest import broken_write, theatre
from tests.devices.pacs.conftest import _collected, archive, certificates, running

__all__ = ["_collected", "archive", "broken_write", "certificates", "running", "theatre"]
