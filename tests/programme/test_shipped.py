"""Where standards and examples are, in a checkout and in a wheel."""

from pathlib import Path

import pytest

from ssi.errors import SsiError
from ssi.shipped import examples_folder, standards_folder


def test_in_this_checkout_or_installation_both_are_there() -> None:
    assert (standards_folder().name, examples_folder().name) == ("standards", "examples")


def test_an_installed_package_looks_into_itself_first(tmp_path: Path) -> None:
    """site-packages may hold an `examples` of somebody else's."""
    package = tmp_path / "ssi"
    (tmp_path / "standards").mkdir(parents=True)
    (package / "shipped" / "standards").mkdir(parents=True)
    assert standards_folder(package) == package / "shipped" / "standards"


def test_a_broken_installation_says_so(tmp_path: Path) -> None:
    with pytest.raises(SsiError) as raised:
        standards_folder(tmp_path / "ssi")
    assert [each.code for each in raised.value.faults] == ["shipped-missing"]
