"""Options of the test run: `--update` rewrites what the tests compare with, for a person to read in the difference.

Property tests look for new cases on every run at a desk; where CI is set they take the same cases every time, so that
what lands does not hang on chance.
"""

import os

import pytest
from hypothesis import settings

from tests.disks import small_disk

__all__ = ["small_disk"]


settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite expected texts instead of comparing with them")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected texts are to be rewritten."""
    return bool(request.config.getoption("--update"))
