"""`ssi record`: type a sheet. Two forms read what is typed (`key_form`, `line_form`), one desk does it (`desk`).

Never answers `saved` before the entry is on disk. It scrolls and nothing else: no cursor games, no colour, so that a
slow line, a screen reader and a pipe all follow it.
"""

from typing import Annotated

import typer

from ssi.cli.options import AsJson, Lang, ProgrammeDir, Reason, RoundOption, WordsOk, year


def run(
    shelter: Annotated[str, typer.Argument(metavar="SHELTER", help="The shelter visited.")],
    assessor: Annotated[str, typer.Option("--as", metavar="ASSESSOR", help="Who scores: an assessor's code.")] = "",
    table: Annotated[
        str, typer.Option(metavar="A02,A03", help="Key in several finished paper sheets at once: 210 = three levels.")
    ] = "",
    again: Annotated[
        bool, typer.Option("--again", help="Type a paper sheet for the second time; done lists what differs.")
    ] = False,
    round: RoundOption = "",
    ready: Annotated[bool, typer.Option("--ready", help="States that the pre-visit list is ticked.")] = False,
    line: Annotated[
        bool, typer.Option("--line", help="Type lines, not single keys (also where input is no terminal).")
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="Print the sheet so far and leave.")] = False,
    revise: Annotated[bool, typer.Option("--revise", help="Correct a sealed sheet; needs --reason.")] = False,
    reason: Reason = "",
    words_ok: WordsOk = False,
    programme: ProgrammeDir = "",
    lang: Lang = "",
    as_json: AsJson = False,
) -> None:
    """Type a sheet: every score is on disk before the next prompt; run it again to resume where it was.

    At a terminal one key is one score: 0 1 2, n not applicable, s not seen, b back, u undo, h all keys. With --line,
    or from a pipe, one line an entry: SAF-01 2, or SAF-01 2 /od note … with methods by letter (o observe, m measure,
    s staff, r resident, d document); WSH-03 =12 for a value; SAF-02 NA reason …; SAF-03 NS; SAF-03 NS declined;
    interviews 5 3 2 (asked, agreed, declined); ?SAF-01 for guidance; done to seal; q to leave; h for all of them.
    """
    from ssi.acts.record import look
    from ssi.cli.entry.sitting import Asked, any_letter, sit, sit_at_table
    from ssi.pipeline import words_of

    any_letter()
    asked = Asked(
        shelter, round, ready=ready, line=line, again=again, revise=revise, reason=reason if revise else "",
        words_ok=words_ok,
    )  # fmt: skip
    with year(programme, read_only=show) as here:
        if show:
            from ssi.cli.entry.sheet_shown import show_sheet

            show_sheet(look(here, shelter, assessor, round, again=again), words_of(here, lang), as_json=as_json)
        elif table:
            sit_at_table(here, asked, table.split(","), lang)
        else:
            sit(here, asked, assessor, lang)
