"""An archive for a whole module, certificates for TLS, and sockets that pynetdicom forgot, closed here and not in some later test."""

from __future__ import annotations

import gc
import warnings

import pytest

from tests.devices.pacs import certificates as certifying
from tests.devices.pacs import orthanc


@pytest.fixture(autouse=True)
def _collected():
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture(scope="session")
def certificates(tmp_path_factory):
    return certifying.make(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    made = orthanc.make(tmp_path_factory.mktemp("orthanc"))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def archive(running):
    """The running archive, empty."""
    running.clear()
    return running
