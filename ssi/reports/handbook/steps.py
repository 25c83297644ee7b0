"""What an overlay did to its base, in the words of the handbook.

Never judges whether a step weakens the base: the standard brings that list with it.
"""

from ssi.model.standard import Step
from ssi.words import Words


def step_kind(step: Step, words: Words) -> str:
    return {"change": words("changed"), "drop": words("dropped"), "add": words("added")}[step.kind]


def figure(step: Step, words: Words) -> str:
    """Whether the figure of a step was read where it is said to come from."""
    return {
        "read": words("Its figure was read in the source."),
        "own": words("Its figure is this standard's own proposal."),
        "memory": words("Its figure is from memory: nobody has read it in the source yet."),
        "none": words("It has no figure."),
        "": words("The file does not say whether its figure was read."),
    }[step.figure]


def keys(step: Step, words: Words) -> str:
    """What a change alters: "level descriptions, minimum"."""
    names = {
        "text": words("text"),
        "anchors": words("level descriptions"),
        "guidance": words("what to look at"),
        "class": words("class"),
        "gate": words("stop criterion"),
        "minimum": words("minimum"),
        "methods": words("methods"),
        "practice": words("practice"),
        "na_when": words("not applicable"),
        "applies": words("applies to"),
        "kinds": words("applies to"),
        "measure": words("what is measured"),
        "remedy": words("what mends it"),
        "weight": words("weight"),
        "source": words("sources"),
        "key": words("what it is compared as"),
    }
    return ", ".join(dict.fromkeys(names.get(each, each) for each in step.keys))
