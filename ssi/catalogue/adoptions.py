"""Faults of adoptions of standards: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "adoption-missing": Words("{what} is not said", "give {option}"),
    "adoption-bind": Words(
        "--binds '{given}': {detail}",
        "write it as 'kind=long-term region=north operator=ngo from=2027-01-01'; each but from may be there many times"
        " or not at all",
    ),
    "adoption-count": Words(
        "--consulted '{given}' is not a count",
        "write one of {known} and a whole number, as in survivor_groups=3; 0 is allowed",
    ),
    "adoption-day": Words("{option}: {given} is not a day", "write year, month and day, as in 2027-01-31"),
    "adoption-order": Words("{then} ({day}) lies before {first} ({before})", "correct one of the two days"),
    "adoption-draft": Words(
        "{standard} is a draft; only a released standard can be adopted",
        "release it first: write status = \"released\" (in a new version, if this one was already sent out), run"
        " `ssi check` on it, and adopt that",
    ),
    "adoption-shipped": Words(
        "{file} belongs to the program, where nothing of yours may lie",
        "copy the file to standards/{place} in a folder of your own, and adopt that",
    ),
    "adoption-exists": Words(
        "{standard} has an adoption already: {file}",
        "what was adopted is not adopted again: a new decision is a new version of the standard",
    ),
    "adoption-weakening": Words(
        "it asks less than {than}: {what}",
        "change it, or accept it knowingly with --weakening-ok; the sentence then stands in the adoption",
    ),
    "adoption-supersedes": Words("a standard cannot supersede itself", "name the one that was in force before"),
    "adoption-key": Words("{file} cannot be used as a key: {detail}", "give {form}; without a key, paper is enough"),
    "adoption-alone": Words(
        "there is no standard beside this adoption", "keep it beside {file}, the standard that it adopts"
    ),
    "adoption-of-another": Words(
        "this adoption is of {said}, but the standard beside it is {standard}", "put each beside its own"
    ),
    "adoption-differs": Words(
        "{how} since {authority} adopted {standard}: {what}",
        "put back the adopted text; to change it, write a new version (`ssi standard verify` says more)",
    ),
    "adoption-bytes": Words(
        "the file was edited since {authority} adopted {standard}: only remarks or spacing differ",
        "put back the adopted file: the adoption holds its exact bytes",
    ),
    "adoption-altered": Words(
        "{what} of this adoption does not fit the standard, whose bytes are the adopted ones",
        "the adoption file was edited: compare it with the signed paper, and put back the one that was written then",
    ),
    "adoption-signature": Words(
        "the signature of this adoption was not made over its sha256 with its key",
        "the adoption file was edited: put back the one that was signed",
    ),
    "adoption-no-criterion": Words(
        "{standard} has no criterion {criterion}.{hint}", "`ssi standard show` without --criterion lists all"
    ),
    "pack-unreadable": Words("this is no pack that can be read: {detail}", "ask for it again; a pack is made by"
        " `ssi standard publish`"),
    "pack-differs": Words("{path} in the pack {how}", "the pack was altered or damaged: ask for it again"),
}  # fmt: skip
