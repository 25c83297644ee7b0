"""The whole way of a score, in a few named functions, each calling the one before.

    open_year → the_round → standard_of → summary → comparison
                                             ├────→ falling_short → allocation
                                             └────→ the reports

Every command that shows something is a prefix of this way; what changes the programme stands in `ssi.acts`. Never
prints, never asks, never knows the terminal. Everything about a round is read from the store: the exact bytes of its
standard and the rows that were pinned at its opening, so that a later edit of a file changes no past result.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ssi import programme as folder
from ssi.errors import SsiError, StoreUnusable, did_you_mean, fault, phrase, refuse
from ssi.model import Checklist, Interviews, Notes, Round, Shelter, Standard
from ssi.programme import Programme
from ssi.standards.reading import read_chain
from ssi.store import Store, open_store
from ssi.words import Words

if TYPE_CHECKING:  # whoever types scores does not wait for findings
    from ssi.document import Document
    from ssi.findings import Allocation, Comparison, Needs, Plan, Reply, Summary


ONE_BUDGET = "budget"  # the fund that `--budget` puts in the place of funds.csv


@dataclass(frozen=True)
class Year:
    """A programme folder with its store open."""

    programme: Programme
    store: Store


def open_year(start: Path, *, store_url: str = "", create: bool = False, read_only: bool = False) -> Year:
    """The programme at `start` or above with its settings, and its store; `store_url` stands for the one in ssi.toml,
    and `create` makes a store where there is none, also for a reader.
    The tables are not read: what a round needs of them is pinned in the store, and a fault in improvements.csv must
    never keep a team from typing scores."""
    programme = folder.settings_only(folder.find(start))
    url = store_url or programme.settings.store.url
    if "://" in url:
        raise StoreUnusable(fault("store-address", url=url))
    path = programme.folder / url
    make = create and not path.exists()
    return Year(programme, open_store(path, create=make, read_only=read_only and not make))


def with_tables(year: Year) -> Year:
    """The year with every table of the programme folder read, or every fault of them at once."""
    kinds = {each.id: each.kind for each in year.store.rounds()}
    return replace(year, programme=folder.load(year.programme.folder, kinds))


def the_round(year: Year, code: str = "") -> Round:
    """The round of this id; without an id, the one open round."""
    if code:
        return year.store.round(code)
    rounds = [each for each in year.store.rounds() if not each.closed]
    if len(rounds) != 1:
        known = ", ".join(each.id for each in rounds) or phrase("none")
        raise SsiError(fault("which-round", open=known))
    return rounds[0]


def standard_of(round: Round) -> Standard:
    """The standard that this round is pinned to, read from the bytes kept in the store, its bases among them."""
    return _read(round.chain)


@lru_cache(maxsize=8)
def _read(chain: tuple[tuple[str, bytes], ...]) -> Standard:
    return read_chain(chain)


def shelter_of(round: Round, code: str) -> Shelter:
    """The shelter as pinned in this round."""
    if code not in round.shelter:
        raise SsiError(fault("unknown-shelter", shelter=code, hint=did_you_mean(code, round.shelter), round=round.id))
    return round.shelter[code]


def checklist_of(round: Round, shelter: Shelter) -> Checklist:
    return standard_of(round).checklist(shelter.kind, children=shelter.children)


def summary(year: Year, code: str, *, preview: bool = False) -> Summary:
    """The result of a round; completeness alone while it is open, unless a preview was decided."""
    from ssi.scoring.summarise import summarise

    round = the_round(year, code)
    started = year.store.started(round.id)
    return summarise(round, standard_of(round), year.store.sheets(round.id), started, preview=preview)


def comparison(year: Year, before: str, after: str) -> Comparison:
    """What changed between two closed rounds."""
    from ssi.scoring.compare import compare

    rounds = [closed_round(year, before), closed_round(year, after)]
    if (rounds[0].kind == "self") != (rounds[1].kind == "self"):
        raise SsiError(fault("self-with-peers", before=before, after=after))
    old, new = (summary(year, each.id) for each in rounds)
    return compare(old, new, standard_of(rounds[0]), standard_of(rounds[1]))


def falling_short(year: Year, code: str) -> Needs:
    """What falls short in a closed round."""
    from ssi.scoring.needs import needs

    round = closed_round(year, code)
    return needs(summary(year, round.id), standard_of(round))


def closed_round(year: Year, code: str = "") -> Round:
    """The round, or a fault while it is open (nobody may see another team's scores before the close), and where it was
    closed without a sheet: nothing may be said of it."""
    rounds = [] if code else scored_rounds(year)
    round = rounds[-1] if rounds else the_round(year, code)
    if not round.closed:
        raise SsiError(fault("round-open", round=round.id))
    if not year.store.sheet_times(round.id):
        raise SsiError(fault("nothing-sealed", round=round.id))
    return round


def allocation(year: Year, code: str, *, policy: str = "", budget: int | None = None) -> Allocation:
    """A proposal for the money: by the programme's sharing rule or the one named; `budget` = one free fund instead."""
    from ssi.allocation.allocate import allocate
    from ssi.allocation.problem import build
    from ssi.model import Fund

    round = closed_round(year, code)
    if round.kind == "self":
        raise SsiError(fault("self-no-money", round=round.id))
    programme = with_tables(year).programme
    funds = programme.funds if budget is None else (Fund(fund=ONE_BUDGET, amount=budget),)
    refuse(programme.against(standard_of(round)))
    problem = build(
        summary(year, round.id),
        standard_of(round),
        round.shelters,
        programme.improvements,
        programme.trainings,
        funds,
        programme.settings.policy,
        currency=programme.settings.currency,
        decimals=programme.decimals,
        inputs=inputs_of(year, round),
    )
    return allocate(problem, policy or programme.settings.policy.name)


def inputs_of(year: Year, round: Round) -> dict[str, str]:
    """What a proposal rests on, each with its sha256: the standard, the result of the round, the files of money."""
    body = year.store.results(round.id)[-1][2]
    files = with_tables(year).programme.inputs(round.standard_sha256)
    return {**files, "result": hashlib.sha256(body.encode()).hexdigest()}


def scored_rounds(year: Year) -> list[Round]:
    """The closed rounds of peers that have a result, in their order; one opened by mistake and closed has none."""
    peers = [each for each in year.store.rounds() if each.closed and each.kind != "self"]
    return [each for each in peers if year.store.sheet_times(each.id)]


def current_plan(year: Year) -> Plan | None:
    """The plan adopted last, with all its progress so far."""
    from ssi.allocation.plan import read_plan

    decisions = [each for each in year.store.decisions() if each.kind in ("adopt", "plan")]
    return read_plan(decisions[-1].body) if decisions else None


def last_round(year: Year, code: str = "") -> Round:
    """The round of this id; without one the open round, else the one closed last."""
    rounds = year.store.rounds()
    if code or not rounds:
        return the_round(year, code)
    open_ones = [each for each in rounds if not each.closed]
    if len(open_ones) == 1:
        return open_ones[0]
    return next((each for each in reversed(rounds) if year.store.sheet_times(each.id)), rounds[-1])


def one_shelter(found: Summary, code: str, round: Round) -> Summary:
    """The summary of one shelter alone; of all where no code is given."""
    if not code:
        return found
    shelter_of(round, code)
    return replace(
        found,
        shelters=tuple(each for each in found.shelters if each.shelter == code),
        completeness=tuple(each for each in found.completeness if each.shelter == code),
    )


def before_of(year: Year, round: Round, code: str = "") -> Round | None:
    """The round to compare with: the one named, else the closed peers' round just before this one."""
    if code:
        return closed_round(year, code)
    earlier = scored_rounds(year)
    ids = [each.id for each in earlier]
    at = ids.index(round.id) if round.id in ids else 0
    return earlier[at - 1] if at else None


def while_open(year: Year, round_code: str, lang: str, shelter: str = "") -> Document | None:
    """What a report shows of a round that is still open: completeness, and no score. None where it is closed."""
    from ssi.reports.score import score_page

    if not round_code and scored_rounds(year):
        return None
    round = the_round(year, round_code)
    if round.closed:
        return None
    found = one_shelter(summary(year, round.id), shelter, round)
    return score_page(found, standard_of(round), words_of(year, lang), shelter=shelter)


def report_of_shelter(year: Year, code: str, round_code: str, before_code: str, lang: str) -> Document:
    """The two pages for one shelter's own staff."""
    from ssi.reports.shelter import shelter_report

    round = closed_round(year, round_code)
    shelter_of(round, code)
    found = summary(year, round.id)
    after = found.shelter(code)
    if after is None:
        raise SsiError(fault("shelter-not-visited", shelter=code, round=round.id))
    earlier = before_of(year, round, before_code)
    needs = dict(falling_short(year, round.id).shelters)
    return shelter_report(
        code,
        after,
        standard_of(round),
        words_of(year, lang),
        round=round.id,
        closed=year.store.results(round.id)[-1][0],
        before_round=earlier.id if earlier else "",
        programme=year.programme.settings.name,
        before=summary(year, earlier.id).shelter(code) if earlier else None,
        change=comparison(year, earlier.id, round.id).shelter(code) if earlier else None,
        needs=needs.get(code, ()),
        plan=current_plan(year),
        interviews=interviews_at(year, round, code),
        replies=replies_of(year, code),
    )


def replies_of(year: Year, shelter: str) -> tuple[Reply, ...]:
    """What this shelter has answered to its results, in the order of time."""
    from ssi.findings import Reply

    decisions = year.store.decisions(kind="reply")
    return tuple(Reply(each.round, each.at, each.why) for each in decisions if each.body["shelter"] == shelter)


def interviews_at(year: Year, round: Round, shelter: str) -> Interviews | None:
    """What the visit's sheets say of talks with residents; where they differ, the one with the fewest who agreed."""
    stated = [
        notes.interviews
        for each in year.store.sheets(round.id)
        if each.shelter == shelter and (notes := Notes.read(each.notes, {})).interviews
    ]
    return min(stated, key=lambda each: each.agreed, default=None)


def national_report_of(year: Year, round_code: str, before_code: str, lang: str) -> Document:
    """The year of the whole national group."""
    from ssi.reports.national import national_report

    round = closed_round(year, round_code)
    earlier = before_of(year, round, before_code)
    return national_report(
        summary(year, round.id),
        standard_of(round),
        words_of(year, lang),
        comparison=comparison(year, earlier.id, round.id) if earlier else None,
        needs=falling_short(year, round.id),
        plan=current_plan(year),
        closed=year.store.results(round.id)[-1][0],
        programme=year.programme.settings.name,
    )


def words_of(year: Year, lang: str = "") -> Words:
    """The words of the language asked for, else of the programme's."""
    return Words(lang or year.programme.settings.language)
