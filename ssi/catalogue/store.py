"""Faults of the store: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "store-missing": Words(
        "there is no store yet", "opening the first round makes it: ssi round open R1 --kind baseline"
    ),
    "store-no-folder": Words(
        "there is no folder {folder} to make the store in", "make the folder, or mend the url under [store]"
    ),
    "store-not-ours": Words(
        "this is not a store of ssi: {detail}", "it was left as it is; give the path of the programme's scores.db"
    ),
    "store-damaged": Words(
        "the store is damaged: {detail}",
        "keep this file as it is, copy your last good copy beside it under another name, and work with that one",
    ),
    "store-newer": Words(
        "a newer ssi wrote this store (form {found}; this ssi knows forms up to {known})",
        "bring ssi on this computer up to date; the store was left as it is",
    ),
    "store-older": Words(
        "an older ssi wrote this store (form {found}, now {known}), and it was opened for reading only",
        "copy it to a disk that can be written and open it there once",
    ),
    "store-read-only": Words(
        "the store cannot be written: {detail}",
        "allow writing to the file and its folder, or copy the programme to a disk that can be written",
    ),
    "store-full": Words(
        "the disk is full; nothing of this step was saved, and all that was saved before is safe",
        "make room on the disk, then do this step again",
    ),
    "store-locked": Words(
        "another program keeps the store busy: {detail}", "wait until it is done or close it, then do this step again"
    ),
    "store-unreadable": Words(
        "the store cannot be opened: {detail}",
        "check that you may read and write the file and its folder, and that the disk is in order",
    ),
    "store-sqlite-old": Words(
        "this computer's SQLite is too old: {found}, needed is {known}", "install a newer Python; it brings its own"
    ),
    "sheet-in-use": Words(
        "the sheet of {assessor} at {shelter} in round {round} is being typed in another window",
        "go on in that window, or close it first; what was typed there is saved",
    ),
}
