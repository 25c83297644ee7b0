"""The door: `main()` runs a command and turns faults into text and an exit status, in this one place.

Never computes, never holds SQL. Exit status: 0 well, 1 faults in what was given, 2 wrong use, 3 the store cannot be
used; anything else is a bug in ssi. Importing this package imports typer and nothing else that is slow: every command
imports what it needs when it runs, so that `ssi --help` and `ssi record` start quickly (a test holds that).
"""

import json
import os
import sys
from io import StringIO, TextIOWrapper

from ssi.errors import SsiError, StoreUnusable, fault


def main() -> None:
    """The `ssi` command."""
    from ssi.cli.app import app

    _settle_streams()
    try:
        app()
    except SsiError as error:
        sys.exit(_tell(error))
    except OSError as error:
        sys.exit(_tell(SsiError(fault("file-unusable", file=error.filename or "", detail=error.strerror or error))))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # the last door: whatever is left is a bug, told without values
        if os.environ.get("SSI_DEBUG"):
            raise
        sys.exit(_bug(error))


def _settle_streams() -> None:
    """What goes through pipes is UTF-8, however the computer is set up; a letter that cannot be read or shown becomes a
    sign instead of an error; a standard input that somebody closed is an empty one."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    sys.stdin = sys.stdin or StringIO()


def _tell(error: SsiError) -> int:
    if "--json" in sys.argv:
        from ssi.as_json.year import faults_json

        print(json.dumps(faults_json(error.faults), ensure_ascii=False))
    else:
        from ssi.cli.faults import text
        from ssi.cli.language import words_asked

        words = words_asked()
        print(text(error.faults, words), file=sys.stderr, end="")
        if isinstance(error, StoreUnusable):
            print(words("Nothing was changed in the store."), file=sys.stderr)
    return error.exit_status


def _bug(error: Exception) -> int:
    """Name the place of a bug, never the values in it: they may be what a shelter entrusted to us."""
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    place = f"{last.tb_frame.f_globals.get('__name__')}:{last.tb_lineno}" if last else "?"
    print(f"This is a fault in ssi itself, not in what you typed: {type(error).__name__} at {place}.", file=sys.stderr)
    print("What was saved stays saved. Please tell whoever looks after ssi for you.", file=sys.stderr)
    return 70
