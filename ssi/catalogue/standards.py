"""Faults of standards: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "byte-order-mark": Words("the file begins with an invisible mark (BOM)", "save it as UTF-8 without BOM"),
    "unknown-key": Words("the key {key} is not known here.{hint}", "correct its name, or take it out"),
    "missing-key": Words("{within} has no {key}", "add the key {key}", in_cell="write it in this cell"),
    "wrong-type": Words("{key} cannot be {given} here", "write {expected}"),
    "unknown-word": Words("{key} cannot be {word}.{hint}", "write one of: {allowed}"),
    "format-unknown": Words("the format {format} is not known", "write format = 1", in_cell="write 1"),
    "id-form": Words("{id} cannot be the id of a standard", "use small letters, digits and -, as in 'ssi-core'"),
    "version-form": Words("{version} is not a version", "write three whole numbers with points between, as in '1.0.0'"),
    "language-form": Words("{language} is not a language code", "write a code such as 'en', 'km' or 'zh-Hant'"),
    "standard-misnamed": Words(
        "the file says {said}, but it lies at {named}",
        "keep it as standards/<id>/<version>.toml, or correct what it says",
        warning=True,
    ),
    "text-empty": Words("{key} is empty", "write its text"),
    "scale-short": Words("the scale has fewer than two levels", "give at least two, the worst first"),
    "level-duplicate": Words("two levels of the scale have the value {level}", "give every level a value of its own"),
    "level-negative": Words("a level has the value {level}; below 0 is kept for NA and NS", "use values from 0 up"),
    "points-range": Words("a level gives {points} points", "write a number from 0 to 1, as in '1/2'"),
    "levels-order": Words(
        "the level {level} comes after {before}, but the levels before it {way}",
        "let the values rise from the worst level to the best, or fall all the way",
    ),
    "points-fall": Words(
        "this level gives {points} points, the worse one before it {before}", "list the levels from worst to best"
    ),
    "level-unknown": Words("{key} is {level}, which is not a level of the scale", "write one of: {levels}"),
    "percent-range": Words("{key}: {percent} is not a percent that can be used", "write a number from 0 to 100"),
    "bands-order": Words("bands: {percent} comes after {before}", "write the percents so that they rise"),
    "weight-missing": Words("the class {name} has no weight", "give all three: critical, must and desired"),
    "weight-not-positive": Words("the weight of {of} is {weight}", "write a number above 0"),
    "rights-area-unknown": Words("rights_area: there is no area {area}.{hint}", "write the id of one of the areas"),
    "duplicate-area": Words("there are two areas {name}", "give each area an id of its own"),
    "duplicate-criterion": Words("there are two criteria {name}", "give each criterion an id of its own"),
    "duplicate-key": Words("two criteria have the key {name}", "give each criterion a key of its own"),
    "duplicate-source": Words("there are two sources {name}", "give each source an id of its own"),
    "area-empty": Words("the area {area} has no criterion", "add one with [[area.criterion]], or take the area out"),
    "criterion-id-unusable": Words(
        "{criterion} cannot be typed as the id of a criterion",
        "begin with a letter; use letters, digits and - only; commands such as 'done' are taken",
    ),
    "criterion-id-unusual": Words(
        "{criterion} is not the area's letters and a number",
        "write it like {like}: people find it at once",
        warning=True,
    ),
    "anchors-count": Words(
        "{criterion} has {count} level descriptions, but the scale has {levels} levels", "write one for every level"
    ),
    "gate-not-critical": Words(
        "{criterion} is a stop criterion of the class {given}",
        "write class = 'critical', or take out the gate",
        in_cell="choose critical in the column class, or clear the cell gate",
    ),
    "kinds-empty": Words("{criterion} is for no kind of shelter", "name its kinds, or take the key out"),
    "cuts-count": Words("{criterion} needs {wanted} cuts, not {count}", "write one for each step up the scale"),
    "cuts-order": Words("{criterion}: where {better} is better, the cuts must {way}", "put the cuts in that order"),
    "source-undeclared": Words("there is no source {source} in this file.{hint}", "declare it with [[source]]"),
    "source-unused": Words("no criterion names the source {source}", "name it, or take it out", warning=True),
    "example-empty": Words("the example '{title}' expects nothing", "say what comes out: percent, level, status …"),
    "example-number": Words(
        "{key} cannot be {given} here",
        "write a decimal between quotes, with the decimals that count, as in '98.4'",
        in_cell="write a decimal, with the decimals that count, as in 98.4",
    ),
    "example-level": Words("there is no level {level}", "write a level from 0 to {highest}: one for each band"),
    "example-differs": Words(
        "the example '{title}' expects {key} {expected}, but {found} comes out",
        "where you meant the change, correct the example or take it out; else take the change back",
    ),
}
