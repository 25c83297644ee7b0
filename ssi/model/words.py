"""The fixed words of the model: classes, kinds, methods, and how a score is written as a whole number."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

NA = -1  # not applicable: leaves the denominator; needs a reason
NS = -2  # not seen: a blank; gives bounds, lowers coverage
DECLINED = -3  # not seen because residents declined to talk: costs the shelter nothing
SCORE_WORDS: Mapping[int, str] = {NA: "NA", NS: "NS", DECLINED: "NS declined"}

Class = Literal["critical", "must", "desired"]
Kind = Literal["transit", "short-term", "long-term", "community"]
Method = Literal["observe", "measure", "staff", "resident", "document"]
Remedy = Literal["physical", "system", "capacity", "case-management"]
RoundKind = Literal["baseline", "follow-up", "self"]
CLASSES: tuple[Class, ...] = ("critical", "must", "desired")
KINDS: tuple[Kind, ...] = ("transit", "short-term", "long-term", "community")
METHODS: tuple[Method, ...] = ("observe", "measure", "staff", "resident", "document")
METHOD_LETTERS: Mapping[str, Method] = {"o": "observe", "m": "measure", "s": "staff", "r": "resident", "d": "document"}
AGREED = "agreed"  # the reserved assessor whose sheet holds what the team settled
AGAIN = "~2"  # behind an assessor's code: the journal of the second keying of a paper sheet; never a sheet of its own
FEW_RESIDENTS = 5  # below it the method `resident` is never shown and takes no note (DESIGN section 9)


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)
