"""An Adoption → the text of its file, to be read like the last page of a decree.

Never decides what stands in it. What people read comes first; the fingerprints, which only a program reads, come last.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ssi.model.adoption import Adoption, Binds

_HEAD = """\
# Adoption of {standard}
#
# This page says who adopted the standard that lies beside it, by which instrument, from which day and for whom. It
# holds offices, days, counts and hashes, never a person's name. The standard's own file is not changed by it.
#
# Whether a file is the adopted one, byte for byte:   ssi standard verify FILE
"""
_PRINTS = """\

# Fingerprints of each part and each criterion as adopted: a later edit is named by them.
"""


def adoption_text(adoption: Adoption) -> str:
    """The file's text; read again it gives the same adoption."""
    blocks = [
        _HEAD.format(standard=adoption.standard),
        *_blocks(adoption),
        _PRINTS.rstrip("\n"),
        _table("[parts]", adoption.parts.model_dump()).lstrip("\n"),
        _table("[criteria]", adoption.criteria),
    ]
    if adoption.signature:
        blocks.append("\n# Ed25519 over the 64 letters of the sha256 above.")
        blocks.append(_table("[signature]", adoption.signature.model_dump()).lstrip("\n"))
    return "\n".join(blocks) + "\n"


def _blocks(adoption: Adoption) -> Iterator[str]:
    yield _pairs({"format": adoption.format, "standard": adoption.standard, "sha256": adoption.sha256,
                  "resolved_sha256": adoption.resolved_sha256})  # fmt: skip
    yield "\n# Who adopted it, and by which instrument"
    yield _pairs({"authority": adoption.authority, "instrument": adoption.instrument,
                  "instrument_sha256": adoption.instrument_sha256})  # fmt: skip
    yield "\n# From when"
    yield _pairs({"adopted": adoption.adopted, "in_force": adoption.in_force,
                  "transition_until": adoption.transition_until, "supersedes": adoption.supersedes})  # fmt: skip
    if adoption.weakening:
        yield "\n# What asks less than before, and was accepted knowingly"
        yield "\n".join(["weakening = [", *(f"  {_value(each)}," for each in adoption.weakening), "]"])
    for base in adoption.base:
        yield _table("[[base]]", base.model_dump())
    for binds in adoption.binds:
        yield _table("[[binds]]", _of_binds(binds))
    none = ". No group of survivors was consulted." if adoption.consulted.survivor_groups == 0 else ""
    yield f"\n# Who was heard, as counts{none}"
    yield _table("[consulted]", adoption.consulted.model_dump()).lstrip("\n")


def _of_binds(binds: Binds) -> Mapping[str, object]:
    return {key: value for key, value in binds.model_dump(by_alias=True).items() if value}


def _table(header: str, pairs: Mapping[str, object]) -> str:
    return f"\n{header}\n{_pairs(pairs)}"


def _pairs(pairs: Mapping[str, object]) -> str:
    return "\n".join(f"{_key(key)} = {_value(each)}" for key, each in pairs.items() if each is not None)


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else _value(key)


def _value(value: object) -> str:
    """A TOML value; the escapes of JSON are TOML's, which forbids one character more."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_value(each) for each in value)}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
