"""Authorities and certificates made for one run of the tests: the hospital's, and a rogue's that looks the same."""

from __future__ import annotations

import datetime as dt
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PEM = serialization.Encoding.PEM


def _name(words):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def _builder(subject, issuer, key):
    now = dt.datetime.now(dt.UTC)
    made = x509.CertificateBuilder().subject_name(_name(subject)).issuer_name(_name(issuer)).public_key(key.public_key())
    return (
        made.serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=2))
    )


def _authority():
    key = ec.generate_private_key(ec.SECP256R1())
    made = _builder("Hospital authority", "Hospital authority", key).add_extension(
        x509.BasicConstraints(ca=True, path_length=None), critical=True
    )
    made = made.add_extension(x509.KeyUsage(True, False, False, False, False, True, True, False, False), critical=True)
    made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    return key, made.sign(key, hashes.SHA256())


def _member(folder: Path, authority) -> Path:
    issuer_key, issuer = authority
    key = ec.generate_private_key(ec.SECP256R1())
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = _builder(folder.name, "Hospital authority", key).add_extension(names, critical=False)
    made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
    made = made.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    folder.mkdir(parents=True)
    (folder / "ca.pem").write_bytes(issuer.public_bytes(PEM))
    (folder / "console.pem").write_bytes(made.sign(issuer_key, hashes.SHA256()).public_bytes(PEM))
    private = key.private_bytes(PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "console.key").write_bytes(private)
    return folder


def make(folder: Path) -> dict[str, Path]:
    """Folders: `console` and `archive` of one authority, `rogue` of another of the same name."""
    hospital, other = _authority(), _authority()
    made = {name: _member(folder / name, hospital) for name in ("console", "archive")}
    rogue = _member(folder / "rogue", other)
    (rogue / "ca.pem").write_bytes((made["console"] / "ca.pem").read_bytes())  # it trusts us; we must not trust it
    return {**made, "rogue": rogue}
