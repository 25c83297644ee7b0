"""Faults of commands: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "unknown-format": Words("there is no format for files ending in {ending}", "use one of {known}.{hint}"),
    "file-unusable": Words("{file} cannot be used: {detail}", "check the path, the disk and who may write there"),
    "store-address": Words(
        "the store {url} is an address, and this version keeps scores in a file",
        "write a file's name, such as scores.db",
    ),
}
