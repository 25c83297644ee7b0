"""Faults of overlays: standards that extend another."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "overlay-extends-nothing": Words(
        "[[{key}]] has no meaning here: this file extends no other standard",
        "name the base, as in extends = 'ssi-core 1.0.0', or take these tables out",
        in_cell="name the base beside extends on the sheet standard, as in: ssi-core 1.0.0",
    ),
    "extends-form": Words(
        "extends: {extends} does not name a standard and its version",
        "write both, as in extends = 'ssi-core 1.0.0'",
        in_cell="write both, as in: ssi-core 1.0.0",
    ),
    "overlay-cycle": Words("standards extend each other in a ring: {ring}", "let one of them be a whole standard"),
    "base-missing": Words(
        "the base {base} is not at hand",
        "put its file at {file}.toml in the same folder standards/, or correct the id and version",
    ),
    "base-faulty": Words(
        "the base {base} cannot be used: {first}", "mend the base first; this names all that is wrong: ssi check {file}"
    ),
    "base-differs": Words(
        "this was written for another text of {base} (base_sha256 {said}; the file at hand is {found})",
        "get the base with that hash; or read what differs, and then write base_sha256 = '{sha256}'",
        in_cell="get the base with that hash; or read what differs, and then write beside base_sha256: {sha256}",
    ),
    "base-unpinned": Words(
        "nothing says which bytes of {base} this was written for",
        "add the line base_sha256 = '{sha256}'",
        warning=True,
        in_cell="write beside base_sha256, on the sheet standard: {sha256}",
    ),
    "overlay-keeps": Words(
        "{key} cannot stand in an overlay: scale and rules are those of its base",
        "take it out; to have other ones, write a whole standard",
    ),
    "overlay-language": Words(
        "the language is {language}, but {base} is written in {wanted}",
        "write the overlay in {wanted}; other languages are translations of it",
    ),
    "overlay-unknown-criterion": Words(
        "{base} has no criterion {criterion}.{hint}",
        "write the id of one of its criteria; to add one, use [[area]]",
        in_cell="write the id of one of its criteria; to add one, use the sheet criteria",
    ),
    "overlay-twice": Words(
        "there is a [[{kind}]] of {criterion} already",
        "put the two together in one table",
        in_cell="put the two together in one row",
    ),
    "overlay-change-and-drop": Words("{criterion} is both changed and dropped", "keep one of the two"),
    "overlay-has-it": Words(
        "{base} has a criterion {criterion} already",
        "change it with [[change]], or give the new one an id of its own",
        in_cell="change it on the sheet changes, or give the new one an id of its own",
    ),
    "overlay-area-key": Words(
        "{key} of the area {area} is that of {base}",
        "take it out: criteria can be added to an area of the base, nothing else changes",
    ),
    "overlay-without": Words(
        "{base} gives {criterion} no {key} that could be taken away", "name keys that it has, or take this out"
    ),
    "overlay-changes-nothing": Words(
        "this change leaves {criterion} as it is",
        "write the keys that change, or take the table out",
        in_cell="write what changes, or delete the row",
    ),
    "overlay-weakens": Words(
        "{criterion} is weaker than in {base}: {what}. The reason given: {reason}",
        "keep what the base asks, or let the authority accept this knowingly when it adopts the standard",
        warning=True,
    ),
}
