"""What it takes to type a whole sheet with single keys: keystrokes, bytes and control characters per answer, and time.

    python -m tests.bench.typing

Prints a table; asserts nothing, because milliseconds belong to a machine. One key is pressed only when the prompt of
the key before has come, as a person does; bytes are all that the terminal is sent between the two.
"""

import tempfile
import time
import unicodedata
from pathlib import Path
from statistics import median

from tests.bench.startup import programme
from tests.cli.terminal import sitting
from tests.cli.visiting import Office

RECORD = "record S03 --as A02 --ready"  # all 82 criteria apply
SLOW = 960  # bytes a second of a line of 9,600 baud


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        here = Office(programme(Path(name)))
        answers, times = list[str](), list[float]()
        with sitting(here, RECORD) as terminal:
            begun = time.perf_counter()
            first = terminal.until("A02> ")
            prompt = time.perf_counter() - begun
            while "done?" not in (answers or [first])[-1]:
                begun = time.perf_counter()
                answers.append(terminal.type("2"))
                times.append(time.perf_counter() - begun)
            last = terminal.type("f") + terminal.leave("f")
    sizes = [len(each.encode()) for each in answers]
    shown = first + "".join(answers) + last
    controls = sum(unicodedata.category(each) == "Cc" and each != "\n" for each in shown)
    print(f"keystrokes for a sheet of {len(answers)} criteria   {len(answers) + 2}")
    print(f"bytes until the first prompt             {len(first.encode())} ({prompt * 1000:.0f} ms)")
    print(f"bytes an answer, with the next criterion {median(sizes):.0f}, at most {max(sizes)}")
    print(f"seconds an answer at 9,600 baud          {median(sizes) / SLOW:.2f}, at most {max(sizes) / SLOW:.2f}")
    print(f"escape sequences, control characters     {shown.count(chr(27))}, {controls}")
    print(f"ms from key to prompt, on the disk       {median(times) * 1000:.1f}, at most {max(times) * 1000:.1f}")


if __name__ == "__main__":
    main()
