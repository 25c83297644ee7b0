"""How much processor time `ssi check` takes for a standard of 120 criteria in 7 languages, beside tomli alone.

    python -m tests.bench.standards [RUNS]

Prints a table; asserts nothing, because seconds belong to a machine. Each figure is a whole process, `python` and its
imports included, on the same bytes and in turn. Beyond the start (`ssi --version`, a bare `python`) is what the work
itself costs.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from ssi.model import Standard, Translation, fingerprint, texts_of
from ssi.standards.reading import read_standard
from ssi.standards.writers.translation import translation_toml
from tests.running import ROOT

CORE = ROOT / "standards" / "ssi-core"
CRITERIA = 120
PARSE = "import sys, tomli\nfor name in sys.argv[1:]:\n    tomli.loads(open(name, encoding='utf-8').read())"


def large(folder: Path) -> list[Path]:
    """ssi-core with as many more criteria as make 120, and its six translations grown likewise."""
    text = (CORE / "1.0.0.toml").read_text(encoding="utf-8").partition("[[example]]")[0]
    sources = (CORE / "1.0.0.toml").read_text(encoding="utf-8").partition("[[source]]")[2]
    core = read_standard((CORE / "1.0.0.toml").read_bytes(), "core")
    more = [each for each in core.criteria if each.class_ == "must"][: CRITERIA - len(core.criteria)]
    blocks = {each.id: block for each in core.criteria if (block := _block(text, each.id))}
    new = {each.id: f"ADD-{number:02}" for number, each in enumerate(more, 1)}
    extra = "".join(blocks[old].replace(f'"{old}"', f'"{id}"') for old, id in new.items())
    made = folder / "large"
    made.mkdir()
    whole = made / "1.0.0.toml"
    area = f'[[area]]\nid = "ADD"\ntitle = "More"\n\n{extra}\n'
    whole.write_text(text.replace('id = "ssi-core"', 'id = "large"') + area + "[[source]]" + sources, encoding="utf-8")
    standard = read_standard(whole.read_bytes(), str(whole))
    assert len(standard.criteria) == CRITERIA
    files = [whole]
    for path in sorted(CORE.glob("1.0.0.*.toml")):
        files.append(made / path.name)
        files[-1].write_bytes(_grown(path, standard, new))
    return files


def _block(text: str, id: str) -> str:
    start = text.rfind("  [[area.criterion]]", 0, text.index(f'id = "{id}"\n'))
    end = min(at for at in (text.find("  [[area.criterion]]", start + 9), text.find("# ---", start)) if at > 0)
    return text[start:end]


def _grown(path: Path, standard: Standard, new: Mapping[str, str]) -> bytes:
    import tomli

    tables = tomli.loads(path.read_text(encoding="utf-8"))
    by_id = {each["id"]: each for each in tables["criterion"]}
    tables["criterion"] += [{**by_id[old], "id": id} for old, id in new.items()]
    tables["area"].append({"id": "ADD", "title": tables["area"][-1]["title"]})
    own = texts_of(standard)
    tables |= {"standard": "large 1.0.0", "standard_sha256": standard.sha256}
    tables["of"] = {}
    found = Translation.model_validate(tables)
    return translation_toml(found.model_copy(update={"of": {key: fingerprint(own[key]) for key in found.texts}}))


def seconds(command: list[str], folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(runs: int = 9) -> None:
    """Time the four, in turn, and print them."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = [str(each) for each in large(folder)]
        python = sys.executable
        commands = {
            "python": [python, "-c", "pass"],
            "tomli, the same bytes": [python, "-c", PARSE, *files],
            "ssi --version": [python, "-m", "ssi", "--version"],
            "ssi check": [python, "-m", "ssi", "check", files[0]],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                taken[name].append(seconds(command, folder))
        size = sum(Path(each).stat().st_size for each in files)
    print(f"{CRITERIA} criteria, {len(files)} files, {size // 1000} kB; median and least CPU seconds of {runs} runs")
    for name, each in taken.items():
        print(f"{name:24} {median(each):7.3f} {min(each):7.3f}")
    bare, parse, start, check = (median(each) for each in taken.values())
    print(f"whole process: {check / parse:.1f} x tomli; beyond the start: {(check - start) / (parse - bare):.1f} x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
