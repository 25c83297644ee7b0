"""Signs and checks the sha256 of a standard with Ed25519, with the keys that `openssl` writes.

Never keeps or makes a key, and is the only place that knows PyNaCl. A key file is a PEM block; of an Ed25519 key its
content is a fixed beginning and 32 bytes (RFC 8410), so no parser of certificates is needed. An authority without a key
signs paper; nothing here is ever required.

    openssl genpkey -algorithm ed25519 -out key.pem        openssl pkey -in key.pem -pubout -out public.pem
"""

import base64
import binascii
import re

from ssi.errors import SsiError, fault
from ssi.model.adoption import Signature

_PRIVATE = bytes.fromhex("302e020100300506032b657004220420")  # PKCS#8, version 0, Ed25519, 32 bytes follow
_PUBLIC = bytes.fromhex("302a300506032b6570032100")  # SubjectPublicKeyInfo, Ed25519, 32 bytes follow
_BLOCK = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END \1-----")
_HEX = re.compile(rb"\s*([0-9a-fA-F]{64})\s*")
_PRIVATE_FORM = "an Ed25519 private key as `openssl genpkey -algorithm ed25519` writes it"
_PUBLIC_FORM = "an Ed25519 public key as `openssl pkey -pubout` writes it, or its 64 hex digits"
_OTHERS = {  # the label of another PEM block → what it is
    b"ENCRYPTED PRIVATE KEY": "it is locked with a password: `openssl pkey -in {file} -out open.pem` opens it",
    b"EC PRIVATE KEY": "it is a key of another kind (EC)",
    b"RSA PRIVATE KEY": "it is a key of another kind (RSA)",
    b"OPENSSH PRIVATE KEY": "it is a key for ssh",
    b"CERTIFICATE": "it is a certificate",
}


def sign(sha256: str, private_key: bytes) -> Signature:
    """The signature over the letters of this sha256, with the 32 bytes of a private key."""
    from nacl.signing import SigningKey

    key = SigningKey(private_key)
    return Signature(public_key=bytes(key.verify_key).hex(), signature=bytes(key.sign(sha256.encode()).signature).hex())


def fits(signature: Signature, sha256: str) -> bool:
    """Whether the signature was made over this sha256 with the key that it names."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(bytes.fromhex(signature.public_key)).verify(sha256.encode(), bytes.fromhex(signature.signature))
    except BadSignatureError:
        return False
    return True


def short(public_key: str) -> str:
    """What people compare by telephone: the first 12 hex digits of the key, as it stands in the adoption."""
    return public_key[:12]


def private_key(data: bytes, name: str) -> bytes:
    """The 32 bytes of the private key in this file. Fault: `adoption-key`."""
    return _key(data, name, b"PRIVATE KEY", _PRIVATE, _PRIVATE_FORM)


def public_key(data: bytes, name: str) -> str:
    """The public key in this file, as hex. Fault: `adoption-key`."""
    bare = _HEX.fullmatch(data)
    if bare:
        return bare[1].decode().lower()
    return _key(data, name, b"PUBLIC KEY", _PUBLIC, _PUBLIC_FORM).hex()


def _key(data: bytes, name: str, label: bytes, start: bytes, form: str) -> bytes:
    found = _BLOCK.search(data)
    if found is None:
        raise _refused(name, "it holds no key in PEM form", form)
    if found[1] != label:
        other = _OTHERS.get(found[1], f"it holds a {found[1].decode()}").format(file=name)
        raise _refused(name, other, form)
    try:
        content = base64.b64decode(b"".join(found[2].split()), validate=True)
    except binascii.Error:
        raise _refused(name, "its letters are damaged", form) from None
    if len(content) != len(start) + 32 or not content.startswith(start):
        raise _refused(name, "it is a key of another kind, or damaged", form)
    return content[-32:]


def _refused(name: str, detail: str, form: str) -> SsiError:
    return SsiError(fault("adoption-key", file=name, detail=detail, form=form))
