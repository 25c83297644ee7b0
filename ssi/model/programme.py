"""The programme folder as values: what the national group decides, in files that a spreadsheet opens."""

from typing import Literal

from pydantic import Field

from ssi.model.words import Frozen, Kind, Remedy


class PolicySettings(Frozen):
    name: str = "critical"
    weight: Literal["equal", "capacity"] = "equal"
    critical_tolerance: int = Field(default=0, ge=0)
    lottery_seed: int = 0


class UrgentSettings(Frozen):
    """Whom a team tells at once of a stop criterion at its worst level, as a role, and what the programme's own
    protocol says to do; neither holds a name or a number."""

    tell: str = ""
    protocol: str = ""


class StoreSettings(Frozen):
    url: str = "scores.db"


class Settings(Frozen):
    """ssi.toml. `standard` is `id version`; `rates` give units of the programme's currency for one of the other."""

    name: str
    country: str
    language: str = "en"
    currency: str
    standard: str
    policy: PolicySettings = PolicySettings()
    rates: dict[str, str] = Field(default_factory=dict)
    urgent: UrgentSettings = UrgentSettings()
    store: StoreSettings = StoreSettings()


class Shelter(Frozen):
    """A shelter by its code. There is no field for its name or place, and none may be added."""

    shelter: str
    kind: Kind
    capacity: int
    region: str = ""
    operator: str = ""
    children: bool = False


class Assessor(Frozen):
    """A person by a code; `shelter` is the home shelter, empty for an outside assessor. `valid_until` = the last day on
    which the training holds, empty = no end is set; `trainings` = common trainings attended; `post` = a code for the
    post held; `left` = the day on which this person left it."""

    assessor: str
    shelter: str = ""
    trained_on: str = ""
    languages: tuple[str, ...] = ()
    role: Literal["assessor", "trainer"] = "assessor"
    valid_until: str = ""
    trainings: tuple[str, ...] = ()
    post: str = ""
    left: str = ""


class Visit(Frozen):
    """One assessor's part in one visit, as planned in visits.csv."""

    round: str
    shelter: str
    assessor: str
    date: str = ""


class Improvement(Frozen):
    """A costed proposal of one shelter; `cost` in the smallest coin; `criteria` maps an id to the level reached, None
    for `to`, and that None for the criterion's minimum."""

    improvement: str
    shelter: str
    title: str
    kind: Remedy
    cost: int
    criteria: dict[str, int | None]
    to: int | None = None
    group: str = ""
    requires: tuple[str, ...] = ()


class Training(Frozen):
    """A common improvement: `fixed_cost` once a session, `cost_per_person` for each of the `people` a shelter sends."""

    training: str
    title: str
    kind: Remedy
    fixed_cost: int
    cost_per_person: int
    people: int
    criteria: dict[str, int | None]
    to: int | None = None
    places: int | None = None


class Fund(Frozen):
    """`amount` in the smallest coin of the programme's currency; `only` = kinds it may pay for, empty = all; `shelters`
    likewise."""

    fund: str
    amount: int
    only: tuple[Remedy, ...] = ()
    shelters: tuple[str, ...] = ()
