"""The words of every fault: what is wrong, and what to write instead. One line of each, plain enough to be translated.

Holds no code that finds faults. Each code has a folder of the same name under tests/faults, with a bad file and the
message beside it. `{…}` are filled by the values that the finder names; `{hint}` is " Did you mean X?" or nothing.
"""

from typing import NamedTuple


class Words(NamedTuple):
    message: str
    advice: str
    warning: bool = False


_REWORD = "reword it; or confirm that it leads to nobody"

CATALOGUE: dict[str, Words] = {
    # ── files of any kind ────────────────────────────────────────────────────────────────────────────────────────
    "file-missing": Words("there is no file {file}", "give the path of a file that exists"),
    "file-not-text": Words("the file is not UTF-8 text: {detail}", "save it again as UTF-8 (in Excel: 'CSV UTF-8')"),
    "toml-syntax": Words("this is not valid TOML: {detail}", "mend the line; text stands between straight quotes"),
    # ── standards ────────────────────────────────────────────────────────────────────────────────────────────────
    "byte-order-mark": Words("the file begins with an invisible mark (BOM)", "save it as UTF-8 without BOM"),
    "unknown-key": Words("the key {key} is not known here.{hint}", "correct its name, or take it out"),
    "missing-key": Words("{within} has no {key}", "add the key {key}"),
    "wrong-type": Words("{key} cannot be {given} here", "write {expected}"),
    "unknown-word": Words("{key} cannot be {word}.{hint}", "write one of: {allowed}"),
    "overlay-not-yet": Words(
        "'{key}' makes this an overlay on another standard, which this version cannot read",
        "write a whole standard: copy the base, change what differs, and give it an id of its own",
    ),
    "format-unknown": Words("the format {format} is not known", "write format = 1"),
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
        "{criterion} is a stop criterion of the class {given}", "write class = 'critical', or take out the gate"
    ),
    "kinds-empty": Words("{criterion} is for no kind of shelter", "name its kinds, or take the key out"),
    "cuts-count": Words("{criterion} needs {wanted} cuts, not {count}", "write one for each step up the scale"),
    "cuts-order": Words("{criterion}: where {better} is better, the cuts must {way}", "put the cuts in that order"),
    "source-undeclared": Words("there is no source {source} in this file.{hint}", "declare it with [[source]]"),
    "source-unused": Words("no criterion names the source {source}", "name it, or take it out", warning=True),
    "example-empty": Words("the example '{title}' expects nothing", "say what comes out: percent, level, status …"),
    "example-number": Words(
        "{key} cannot be {given} here", "write a decimal between quotes, with the decimals that count, as in '98.4'"
    ),
    "example-level": Words("there is no level {level}", "write a level from 0 to {highest}: one for each band"),
    "example-differs": Words(
        "the example '{title}' expects {key} {expected}, but {found} comes out",
        "correct the example, or the rule that it shows to be wrong",
    ),
    # ── the programme folder and its CSV files ───────────────────────────────────────────────────────────────────
    "shipped-missing": Words("the {name} that come with ssi are not at {place}", "install ssi again"),
    "file-ending": Words("{file} is not a table that can be read", "save it with one of these endings: {known}"),
    "table-empty": Words("the file is empty", "write the names of the columns in its first line"),
    "table-nul": Words("the line holds a NUL character, so the file is damaged or not a text", "save it again as CSV"),
    "table-quote": Words(
        "a quote is not closed, or text follows it, so the rest of the file cannot be read",
        'begin and end the cell with "; write "" for a quote inside it; take the file again if it was cut off',
    ),
    "table-cut": Words(
        "the last line has {cells} of {columns} cells and no line end: the file may be cut off",
        "take the file again from where it came; if it is whole, press Enter after the last line",
    ),
    "row-too-long": Words(
        "the row has {cells} cells, and there are {columns} columns",
        'put a text that holds a comma between quotes: "a, b"; delete commas behind the last cell',
    ),
    "column-twice": Words("two columns have the name {column}", "keep one of them"),
    "column-unnamed": Words("column {number} has no name", "name it in the first line, or delete the column"),
    "column-unknown": Words("there is no column {column} here.{hint}", "delete it, or use one of: {known}"),
    "column-missing": Words("the column {column} is missing", "the first line names these columns: {columns}"),
    "column-private": Words(
        "the column {column} could say who or where somebody is",
        "delete it; shelters and people are codes here, their names stand only in names.csv, and residents nowhere",
    ),
    "workbook-unreadable": Words("the workbook cannot be read: {detail}", "save it again as .xlsx, .ods or .csv"),
    "cell-empty": Words("{column} is empty", "write {expected}"),
    "cell-code": Words(
        "{column}: '{text}' is not a code", "write up to 32 letters a-z, digits, - and _, such as S01; never a name"
    ),
    "cell-number": Words(
        "{column}: '{text}' is not a whole number of {least} or more", "write digits only, such as 12"
    ),
    "cell-amount": Words(
        "{column}: '{text}' is not an amount of money",
        "write digits with a point before the decimals and nothing between the thousands, such as 1250.50",
    ),
    "cell-negative": Words("{column}: {text} is less than 0", "write 0 where it is free, else what it costs"),
    "cell-decimals": Words(
        "{column}: {text} has more decimals than the currency {currency}", "write it with {decimals} decimals or fewer"
    ),
    "cell-date": Words("{column}: '{text}' is not a date: {detail}", "write year-month-day, such as 2026-03-09"),
    "cell-choice": Words("{column}: '{text}' is not known.{hint}", "write one of: {known}"),
    "cell-criteria": Words(
        "{column}: '{text}' is not a criterion",
        "write ids with spaces between, each may have its level: SAF-01 RGT-02:2",
    ),
    "criterion-listed-twice": Words("{column}: {text} is named twice", "keep one of them"),
    "criterion-not-in-standard": Words(
        "{column}: {standard} has no criterion {text}.{hint}", "write an id of the standard"
    ),
    "level-not-on-scale": Words("{column}: {text} is not a level of {standard}", "write one of: {known}"),
    "currency-unknown": Words("{column}: there is no currency {text}", "write its three letters, such as USD or KHR"),
    "rate-missing": Words(
        "{column}: ssi.toml has no rate for {text}", "write under [rates]: {text} = how many {currency} one {text} buys"
    ),
    "code-twice": Words("{column}: {text} stands already on line {first}", "give each its own code"),
    "shelter-not-listed": Words("{column}: {text} is not in shelters.csv.{hint}", "write a code that stands there"),
    "assessor-not-listed": Words("{column}: {text} is not in assessors.csv.{hint}", "write a code that stands there"),
    "assessor-reserved": Words("the code '{text}' is kept for what a team agrees on", "give the assessor another code"),
    "visit-at-home": Words(
        "{assessor} would assess {shelter}, which is the home shelter of {assessor}",
        "send somebody from another shelter; a round of kind self needs no rows here",
    ),
    "visit-twice": Words("this visit stands already on line {first}", "keep one of the two lines"),
    "requires-not-listed": Words("requires: there is no improvement or training {text}.{hint}", "write a code of one"),
    "requires-itself": Words("{text} requires itself", "take its own code out of requires"),
    "table-two-files": Words("{file} is not read, because {used} is there", "keep only one of them", warning=True),
    "programme-not-found": Words(
        "there is no ssi.toml in {folder} or above it", "go into a programme folder, or make one with ssi init"
    ),
    "programme-exists": Words("{folder} is not empty", "give a new folder, or an empty one"),
    "settings-unknown": Words("ssi.toml has no key {key}.{hint}", "take it out, or use one of: {known}"),
    "settings-missing": Words("the key {key} is missing", "write a line such as: {key} = {example}"),
    "settings-value": Words("{key} cannot be {value}", "write {expected}"),
    # ── entries and sheets ───────────────────────────────────────────────────────────────────────────────────────
    "unknown-criterion": Words("there is no criterion {criterion}.{hint}", "write the id of one of the standard's"),
    "criterion-not-here": Words("{criterion} is not on this shelter's checklist", "leave it out"),
    "score-unknown": Words("{score} is not a score", "write one of: {known}, NA, NS, NS declined"),
    "na-refused": Words("{criterion} cannot be NA: the standard says so", "give a level, or NS where it was not seen"),
    "na-without-reason": Words(
        "{criterion} is NA without a reason", "write the reason as its note; NA is meant for: {when}"
    ),
    "value-not-number": Words("{value} is not a number", "write digits, with a point for decimals, as in 3.5"),
    "value-without-measure": Words("{criterion} takes no measured value", "leave the value out and give the level"),
    "method-unknown": Words(
        "{method} is not a method",
        "use observe, measure, staff, resident, document; at the prompt their first letters, as in /od",
    ),
    "few-residents-note": Words(
        "fewer than {few} residents agreed to talk, so {criterion} takes no note with the method resident",
        "take out the note, or the method: together they may tell who spoke",
    ),
    "interviews-form": Words(
        "{text} is not three whole numbers", "write how many residents were asked, agreed and declined: 5 3 2"
    ),
    "interviews-sum": Words(
        "{agreed} agreed and {declined} declined, but only {asked} were asked", "correct the three numbers"
    ),
    "note-phone": Words("the note may hold a telephone number: {found}", _REWORD, warning=True),
    "note-email": Words("the note may hold an e-mail address: {found}", _REWORD, warning=True),
    "note-digits": Words("the note holds a long number: {found}", _REWORD, warning=True),
    "note-place": Words("the note may say where a place lies: {found}", _REWORD, warning=True),
    "note-address": Words("the note may hold an address: {found}", _REWORD, warning=True),
    "line-unknown": Words("'{word}' is not a criterion or a command.{hint}", "type a line such as SAF-01 2, or help"),
    "line-garbled": Words(
        "the line holds keys or bytes that are not letters",
        "type it again; arrow keys do nothing here, Backspace does; a file must be saved as UTF-8",
    ),
    "line-incomplete": Words("'{word}' needs more behind it", "type the line again as: {form}"),
    "date-form": Words("{date} is not a date", "write year, month and day, as in 2026-03-01"),
    "not-ready": Words(
        "the pre-visit list is not ticked", "go through the list with the team, then add --ready to the command"
    ),
    "sheet-sealed": Words(
        "the sheet of {assessor} at {shelter} is sealed", 'to correct it, add --revise --reason "why"'
    ),
    "empty-sheet": Words("nothing is typed for {shelter} by {assessor}", "type at least one score before done"),
    "score-first": Words("{criterion} has no score yet", "type its score first, as {criterion} 2"),
    "revise-needs-reason": Words("the correction of {sheet} needs a reason", 'add --reason "why"'),
    "sheet-differs": Words(
        "the sheet {sheet} is sealed already, and this one says something else",
        'take the rows out; or, where the new sheet is right, load it with --revise --reason "why"',
    ),
    "agreed-too-early": Words(
        "{shelter}: the team agrees only after every sheet of the visit is sealed; waiting for {waiting}",
        "seal those sheets first",
    ),
    "sheet-in-two-files": Words(
        "the rows of {sheet} stand in more than one file", "put the rows of a sheet in one file"
    ),
    "criterion-row-twice": Words("{criterion} has two rows in this sheet", "keep one of them"),
    "note-to-confirm": Words(
        "look at this note before it is loaded: {detail}",
        "write it in other words; if it does not, load again with --notes-ok after a person has looked",
    ),
    # ── rounds ───────────────────────────────────────────────────────────────────────────────────────────────────
    "unknown-round": Words("there is no round {round}.{hint}", "'ssi round list' shows the rounds"),
    "round-exists": Words("there is already a round {round}", "give the new round another id"),
    "which-round": Words("which round is meant? Open now: {open}", "name it with --round, or see 'ssi round list'"),
    "bad-code": Words("{code} is not an id for a round", "use letters, digits, - and _, such as R1"),
    "no-shelters": Words("shelters.csv has no shelter", "write one line for each shelter, then type 'ssi check'"),
    "round-closed": Words(
        "round {round} is closed",
        "take the next round; a closed one is opened again only by 'ssi round reopen {round}'",
    ),
    "round-open": Words(
        "round {round} is still open: results are shown when it is closed",
        "finish its visits and type 'ssi round close {round}'; 'ssi status' says what is missing",
    ),
    "round-open-already": Words("round {round} is open already", "go on with it"),
    "reopen-needs-reason": Words("opening round {round} again needs a reason", 'add --reason "why"'),
    "update-needs-reason": Words("a change of what round {round} is pinned to needs a reason", 'add --reason "why"'),
    "close-needs-reason": Words(
        "round {round} is not complete", 'mend what is named above, or close it all the same with --reason "why"'
    ),
    "visit-not-sealed": Words(
        "{shelter}: the sheet of {assessor} is planned and not sealed",
        "type it with 'ssi record {shelter} --as {assessor}', or load it",
    ),
    "contested-open": Words(
        "{shelter}: contested criteria that no agreed sheet settles: {count}",
        "let the team settle them: ssi record {shelter} --as agreed --ready",
    ),
    "agreed-stale": Words(
        "{shelter}: the agreed sheet rests on a sheet that was replaced",
        'let the team agree again: ssi record {shelter} --as agreed --revise --reason "why"',
    ),
    "sheet-conflict": Words(
        "{shelter}: two sheets of {assessor} stand side by side", "settle which one counts, with --revise and --reason"
    ),
    "nothing-sealed": Words("no sheet of round {round} is sealed, so there is no result", "record or load its sheets"),
    "shelter-scored": Words(
        "{shelter} has sheets in this round and is gone from shelters.csv, or has another kind or children there",
        "put its line back as it was; the change holds from the next round on",
    ),
    "pinned-standard-altered": Words(
        "the standard kept with round {round} is not the one its hash names",
        "stop, keep this store as it is, and bring back the last good copy; 'ssi verify' says more",
    ),
    "unknown-shelter": Words(
        "round {round} has no shelter {shelter}.{hint}",
        "write a code that stands in shelters.csv; 'ssi round update' takes over a new one",
    ),
    "unknown-assessor": Words(
        "round {round} has no assessor {assessor}.{hint}",
        "write a code that stands in assessors.csv; 'ssi round update' takes over somebody new",
    ),
    "assessor-at-home": Words(
        "{assessor} is at home in {shelter}, and nobody scores their own shelter", "send an assessor of another shelter"
    ),
    "self-not-at-home": Words(
        "{assessor} is not at home in {shelter}; a self round is scored by a shelter's own staff",
        "name an assessor whose home shelter it is",
    ),
    "self-no-money": Words("round {round} is a self round, which is never used for money", "name a round of peers"),
    "self-with-peers": Words(
        "of {before} and {after} one is a self round, and a shelter's own scores are no change against its peers'",
        "compare two rounds of peers, or two self rounds",
    ),
    "shelter-not-visited": Words("{shelter} has no sealed sheet in round {round}", "name a shelter that was visited"),
    "standard-edited": Words(
        "{file} was edited after round {round} was opened ({then} is now {now}); the round keeps the old one",
        "put the old file back, or give the new text a new version for the next round",
        warning=True,
    ),
    "table-edited": Words(
        "{file} was edited after round {round} was opened; the round keeps what it was opened with",
        "take the change over with 'ssi round update {round} --reason …'",
        warning=True,
    ),
    "unknown-standard": Words(
        "no standard with the id {standard} comes with ssi.{hint}", "use one of: {known}; or give the path of a file"
    ),
    "unknown-version": Words("there is no version {version} of {standard}", "use one of: {known}"),
    # ── the store ────────────────────────────────────────────────────────────────────────────────────────────────
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
    # ── money ────────────────────────────────────────────────────────────────────────────────────────────────────
    "money-id-twice": Words("the id {id} is used twice", "give every improvement, training and fund an id of its own"),
    "money-shelter-unknown": Words(
        "{id} names the shelter {shelter}, which is not one of this round's",
        "write the code of a shelter of the round, or keep the line for the next round.{hint}",
    ),
    "money-criterion-unknown": Words(
        "{id} names the criterion {criterion}, which is not in {standard}", "write the id of a criterion.{hint}"
    ),
    "money-level-unknown": Words("{id} is to reach level {level}, which is not on the scale", "write one of {levels}"),
    "nothing-left-to-gain": Words(
        "{improvement} lifts nothing: all of its criteria are at that level already, or do not apply there",
        "leave it out, or write a higher level or another criterion",
        warning=True,
    ),
    "cost-negative": Words("{id} has a negative {column}", "write an amount of 0 or more"),
    "training-without-people": Words("{id} has {value} in the column {column}", "write a whole number of 1 or more"),
    "requires-unknown": Words("{id} requires {needed}, which nobody proposed", "write the id of a proposal.{hint}"),
    "requires-elsewhere": Words(
        "{id} requires {needed}, which belongs to another shelter ({shelter})",
        "require only what the same shelter proposes",
    ),
    "requires-ring": Words("these improvements require each other in a ring: {ring}", "take one requirement out"),
    "fund-idle": Words(
        "nothing that may be bought can be paid from the fund {fund}",
        "ask for proposals that it may pay for, or ask the donor to widen its purpose",
        warning=True,
    ),
    "policy-unknown": Words("there is no sharing rule called {policy}", "use one of {known}.{hint}"),
    "plan-change-unreadable": Words(
        "this change cannot be read: {change}",
        "write 'ITEM drop: reason', 'ITEM add: reason' or 'ITEM cost=AMOUNT: reason'",
    ),
    "plan-change-twice": Words("{item} is changed twice", "write one change for each item"),
    "plan-reason-missing": Words(
        "the change of {item} has no reason", "write it behind a colon, as in '{item} drop: reason'"
    ),
    "plan-amount": Words(
        "{amount} is not an amount of this currency, for {item}", "write 0 or more with at most {decimals} decimals"
    ),
    "plan-proposal-unknown": Words(
        "the proposal names {item}, which is in neither improvements.csv nor trainings.csv", "make a new proposal"
    ),
    "plan-item-unknown": Words("{item} is not in the plan", "write the id of something in the plan.{hint}"),
    "plan-nothing-to-add": Words("{item} is not an improvement that anybody proposed", "write its id.{hint}"),
    "plan-has-it": Words("{item} is in the plan already", "leave this change out"),
    "plan-add-training": Words(
        "the training {item} cannot be added by hand: nothing says who would attend",
        "change trainings.csv or the funds and make a new proposal",
    ),
    "plan-needs": Words("{item} needs {needed} first, which is not in the plan", "add {needed} too, or drop {item}"),
    "plan-alternatives": Words("the plan has both {item} and {other}, of which one is enough", "drop one of the two"),
    "plan-over-budget": Words(
        "with these changes the plan costs {cost}, and there is {budget}", "drop something, or lower a cost"
    ),
    "plan-status": Words("{status} is not a status of a plan's item", "write one of {known}.{hint}"),
    "plan-cancelled-why": Words("{item} is cancelled without a reason", 'add --reason "why"'),
    "not-a-proposal": Words(
        "{file} is not a proposal for the money: {detail}", "make one with 'ssi allocate --to proposal.json'"
    ),
    "input-changed": Words(
        "{input} has changed since the proposal for round {round} was worked out",
        "work it out again: ssi allocate {round} --to proposal.json; the group adopts the answer to today's question",
    ),
    "no-plan": Words("no plan is adopted yet", "adopt a proposal with 'ssi plan adopt proposal.json'"),
    # ── commands ─────────────────────────────────────────────────────────────────────────────────────────────────
    "unknown-format": Words("there is no format for files ending in {ending}", "use one of {known}.{hint}"),
    "file-unusable": Words("{file} cannot be used: {detail}", "check the path, the disk and who may write there"),
    "store-address": Words(
        "the store {url} is an address, and this version keeps scores in a file",
        "write a file's name, such as scores.db",
    ),
}
