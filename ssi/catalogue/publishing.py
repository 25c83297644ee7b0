"""Faults of publishing a standard: the roll-out register, crosswalks between standards, the publish pack."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "rollout-place-twice": Words(
        "the place {place} is here for the second time (first in line {line})", "keep one row for each place"
    ),
    "rollout-future": Words(
        "{column}: {date} is after {today}", "write only what has happened; leave the cell empty until then"
    ),
    "rollout-not-sent": Words(
        "{place} has a date for {stage}, but none for sent", "write when the standard was sent to it"
    ),
    "rollout-before-sent": Words(
        "{place}: {stage} is {date}, before the standard was sent on {sent}", "correct one of the two dates"
    ),
    "rollout-exists": Words(
        "there is a file {file} already", "choose another name with --to, or move the old one away"
    ),
    "mapping-standards": Words(
        "{key} is {said} here, but {wanted} is asked for",
        "use the mapping file of these two versions and this direction",
    ),
    "mapping-hash": Words(
        "the mapping was made for other bytes of {standard}",
        "read again what has changed in it, then write the hash {now}",
    ),
    "mapping-criterion": Words("{standard} has no criterion {criterion}.{hint}", "correct the id"),
    "mapping-twice": Words("{criterion} is mapped for the second time", "keep one [[map]] for each criterion"),
    "mapping-target-twice": Words("{criterion}: {target} is named twice", "name it once"),
    "mapping-none-with-targets": Words(
        "{criterion} has the relation none, but names {targets}", "take the ids out, or write another relation"
    ),
    "mapping-without-targets": Words(
        "{criterion} is said to have a counterpart ({relation}), but none is named",
        "name it with to = [...], or write relation = 'none'",
    ),
    "mapping-contradicts": Words(
        "{criterion} is said to have the relation {relation} here; the mapping of the other direction says {back} of"
        " {other}",
        "read both criteria again and correct one of the two files (narrower one way is wider the other way)",
    ),
    "source-unknown": Words("{standard} has no source {source}.{hint}", "write one of: {known}"),
    "publish-adoption-differs": Words(
        "the adoption here is of other bytes than those of {standard}",
        "put back the {file} that was adopted, or have this one adopted: a pack carries only what was signed",
    ),
    "publish-untranslated": Words(
        "{standard} has no translation into '{language}'", "name one of these languages: {known}; or make one first"
    ),
}
