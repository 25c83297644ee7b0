"""Faults of practice cases and of training: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "case-unknown": Words(
        "there is no practice case {case}.{hint}", "use one of: {known}; or give the path of a case file"
    ),
    "case-misnamed": Words("the id is {id}, but the file is called {file}", "write the file's name as the id: {stem}"),
    "case-standard": Words(
        "the case is for {standard}, which is not at hand: {detail}",
        "write the id and version of a standard that is in standards/ of the programme or comes with ssi",
    ),
    "case-standard-differs": Words(
        "the case was written for other bytes of {standard}: its sha256 is now {now}",
        "read every observation against the level descriptions again, then write this sha256 or leave the key out",
    ),
    "case-other-standard": Words(
        "the case is for {standard}, and this programme uses {used}",
        "practise with a case for {used}, or look whether the level descriptions are the same",
        warning=True,
    ),
    "case-size": Words(
        "the case describes {count} of the criteria",
        "describe {fewest} to {most}: fewer say little, more tire people",
        warning=True,
    ),
    "case-criterion-twice": Words("{criterion} is described twice", "keep one of the two observations"),
    "case-cap": Words(
        "{criterion} is about practice and was seen only in documents, so it cannot be {level}",
        "write {cap} or less, or let the visitors see it in another way and name it in methods",
    ),
    "case-private": Words(
        "{key}: this may tell who or where somebody is: {found}",
        "write it in other words: a case is invented, and nobody may be found by it",
        warning=True,
    ),
    "train-assessor": Words(
        "{assessor} is not in {file}.{hint}", "write a code that stands there, or add the person's row first"
    ),
    "train-left": Words("{assessor} left on {left}", "check the code; or empty the cell left in {file}"),
    "train-training": Words("there is no training {training} in trainings.csv.{hint}", "write the code of one"),
    "train-workbook": Words(
        "{file} is a workbook, and the program writes only into CSV",
        "save the table as {csv} and take the workbook away; or write the cells yourself: {cells}",
    ),
    "train-codes": Words("the codes of the learners are not clear: {codes}", "write each once: --table A07,A08,A09"),
    "train-use": Words("{what}", "write it as: {form}"),
    "train-marks": Words(
        "{text} is not one mark for each of {codes}",
        "write one for each: a level, n not applicable, s not seen, d declined, - left open",
    ),
    "valid-before-trained": Words(
        "valid_until: {text} is before the training of {trained}", "write a later day, or mend trained_on"
    ),
    "training-not-listed": Words(
        "trainings: {text} is not in trainings.csv.{hint}",
        "write a code that stands there; one of an earlier year may stay",
        warning=True,
    ),
    "visitor-left": Words(
        "{assessor} left on {left}, before this visit", "send somebody else, or mend assessors.csv", warning=True
    ),
}
