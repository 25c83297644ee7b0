"""What must be true inside a standards file: one small check for each matter, each naming every fault it finds.

A check takes the file's `Outline` and never looks at keys or kinds of values: `ssi.standards.form` does. To add one,
write it in the file of its matter and add its line to CHECKS.
"""

from collections.abc import Callable, Iterator

from ssi.standards.contents.areas import areas, criteria, ids, measures, sources
from ssi.standards.contents.examples import examples
from ssi.standards.contents.heading import empty_texts, heading
from ssi.standards.contents.outline import Outline, Wrong
from ssi.standards.contents.rules import bands, class_weights, rules, scale

CHECKS: tuple[Callable[[Outline], Iterator[Wrong]], ...] = (
    heading,
    empty_texts,
    scale,
    rules,
    class_weights,
    bands,
    areas,
    ids,
    criteria,
    measures,
    sources,
    examples,
)
