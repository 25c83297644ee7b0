"""Two real versions of a standard: ssi-core 1.0.0 as it is shipped, and a 1.1.0 that a year of use could ask for.

The later one is the earlier one with the edits below, so that a reader sees at once what the tests must find: one
criterion is new, one is said in better words, one has stricter cuts (and with them figures in its level descriptions),
one has another figure in its text, one is to be seen in one more way. The worked examples were worked out again by
hand: a long-term shelter without children now has 178 + 2 = 180 parts, and SAF-04 loses 3 of them, 177 / 180 = 98.3333.
"""

import re
from pathlib import Path

from ssi.shipped import standards_folder

EDITS = (
    ('version = "1.0.0"', 'version = "1.1.0"'),
    # SAF-11: a serious incident is reviewed within a week
    ("each serious incident is reviewed within 14 days", "each serious incident is reviewed within 7 days"),
    ("were not reviewed, or reviewed after 14 days", "were not reviewed, or reviewed after 7 days"),
    ("was reviewed within 14 days, with what was changed", "was reviewed within 7 days, with what was changed"),
    # SAF-12: new
    (
        "\n\n# --- Area 2: Rights, consent, participation",
        """
  [[area.criterion]]
  id = "SAF-12"
  class = "must"
  text = "Every resident is shown how a telephone can tell where she or he is, and how to switch that off"
  anchors = [
    "nobody is shown this, or telephones are taken away instead",
    "some residents are shown this, or staff asked cannot do it themselves",
    "it is shown to every resident at entry, and all staff asked can do it themselves",
  ]
  guidance = "Ask staff to show it on a telephone of their own. Look at no telephone of a resident."
  methods = ["staff", "document"]
  practice = true
  remedy = "capacity"
  source = ["own"]


# --- Area 2: Rights, consent, participation""",
    ),
    # WSH-04: at most 20 for a shower, no longer 25, is partly met
    ("more than 25 residents for each usable shower", "more than 20 residents for each usable shower"),
    ("more than 15, but at most 25, residents for", "more than 15, but at most 20, residents for"),
    ('unit = "residents per usable shower", better = "less", cuts = ["25", "15"]',
     'unit = "residents per usable shower", better = "less", cuts = ["20", "15"]'),
    # WSH-05: the same in words that stand by themselves
    ('    "all pass all three points",\n  ]\n  guidance = "Try every lock and every lamp.',
     '    "every toilet and shower locks from inside, is lit, and is for one sex or for one person at a time",\n  ]\n'
     '  guidance = "Try every lock and every lamp.'),
    # WSH-08: staff are asked too
    ('guidance = "Twice a day is better, and two sources ask for it."\n  methods = ["observe", "document"]',
     'guidance = "Twice a day is better. Ask staff who cleans on a Sunday."\n'
     '  methods = ["observe", "document", "staff"]'),
)  # fmt: skip
EXAMPLES = """# --- 3.1  Whole checklists -------------------------------------------------

[[example]]
title = "All criteria met"
kind = "long-term"
all = 2
percent = "100.00"
level = 5
status = "meets"

[[example]]
title = "A stop criterion not met is urgent and level 0, whatever the percentage"
kind = "long-term"
all = 2
scores = { "SAF-04" = 0 }
percent = "98.33"
level = 0
status = "urgent"

# ---------------------------------------------------------------------------
#  Part 4  Sources
"""
OLD = standards_folder() / "ssi-core" / "1.0.0.toml"
COMMENTS = """comment,criterion,from,text,answer,state
C01,SAF-11,Provincial office of social affairs (north),Seven days are short where the review board meets twice a month,\
A first review by the manager within 7 days is enough; the board may follow,partly
C02,SAF-12,Union of shelter staff,Staff need a training before they can show this,\
A common training is planned before the version holds,accepted
C03,WSH-04,Provincial office of social affairs (south),Three shelters have no room for one more shower,,open
C04,SAF-04,Operator of four shelters,Night staff should be allowed to sleep,\
A person who sleeps notices no fire and no stranger,declined
C05,,Group of former residents,The words are easier to read than before,Thank you,accepted
"""


def later(version: str = "1.1.0") -> str:
    """The text of the later version; another `version` is what a careless author would have called it."""
    text = OLD.read_text(encoding="utf-8")
    for before, after in EDITS:
        assert before in text, before
        text = text.replace(before, after)
    text, found = re.subn(r"# --- 3\.1  .*#  Part 4  Sources\n", lambda _: EXAMPLES, text, flags=re.DOTALL)
    assert found == 1
    return text.replace('version = "1.1.0"', f'version = "{version}"')


def write(folder: Path, version: str = "1.1.0") -> Path:
    """The later version as a file `ssi-core/<version>.toml` under this folder."""
    path = folder / "ssi-core" / f"{version}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(later(version), encoding="utf-8")
    return path
