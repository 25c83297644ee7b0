"""Faults of phone forms and of what comes back from them: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "phone-untranslated": Words(
        "the language {language} lacks {count} texts that a form must have: {texts}",
        "translate them (ssi standard translation), or leave the language out: --lang {others}",
    ),
    "phone-names": Words(
        "a form would have two questions with one name: {names}",
        "give the criteria ids that differ in more than - . and _",
    ),
    "phone-unnamed": Words(
        "this comes from a phone form, but it does not say which standard the form was made from (ssi_form)",
        "export it again with all questions; a form that was not made by ssi checklist cannot be loaded",
    ),
    "phone-version": Words(
        "the form was made from {form}, but the round {round} is held by {standard}",
        "make the form of this round (ssi checklist --to form.xlsform.xlsx); sheets of the other belong to its round",
    ),
    "phone-version-unknown": Words(
        "the form was made from {form}, and no round here is held by that: {known}",
        "look whether the file belongs to this programme; else ask who made the form",
    ),
    "phone-two-answers": Words(
        "'{first}' and '{second}' answer one question, and two columns say so",
        "look on the server which one holds, and export again",
    ),
    "phone-tick": Words(
        "'{text}' does not say whether {method} was used", "write 1 or 0, or export the choices in one column"
    ),
    "phone-sent-twice": Words(
        "{sheet} was sent twice, as {first} and as {second} ({place}), and they differ in {differs}",
        "ask the team which one holds; delete the other on the server, or reject it there, and export again",
    ),
    "phone-edited": Words(
        "{sheet}: the submission {first} stands in two files and differs in {differs}; {place} may be older",
        "give only the file that was exported last",
    ),
    "phone-encrypted": Words(
        "the submission {submission} is encrypted", "export it again with the passphrase of the server's project"
    ),
    "phone-json": Words("this is not the JSON of an export: {detail}", "export it again, and change nothing in it"),
    "phone-zip": Words(
        "the zip holds {count} tables of a phone form", "give the .csv file itself, or the zip as the server made it"
    ),
    "phone-practice": Words(
        "submissions left out because they were marked as practice: {count}",
        "if one was a real visit, say so in it on the server and export again",
        warning=True,
    ),
    "phone-empty": Words(
        "submissions left out because they answer nothing about any criterion: {count}",
        "delete them on the server",
        warning=True,
    ),
    "phone-rejected": Words(
        "submissions left out because they were rejected on the server: {count} ({submissions})",
        "if one holds after all, approve it there and export again",
        warning=True,
    ),
    "phone-not-asked": Words(
        "the file holds what ssi never asks for: {columns}; nothing of it is kept",
        "take it off the form on the server, and delete the file when it is loaded",
        warning=True,
    ),
    "phone-part": Words(
        "the file holds only a part of the submissions: the server has more",
        "export the rest too, and load all files in one call",
        warning=True,
    ),
}
