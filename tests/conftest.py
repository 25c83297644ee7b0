"""Options of the test run: `--update` rewrites what the tests compare with, for a person to read in the difference."""

import pytest

from tests.disks import small_disk

__all__ = ["small_disk"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite expected texts instead of comparing with them")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected texts are to be rewritten."""
    return bool(request.config.getoption("--update"))
