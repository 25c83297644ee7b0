"""A store to test against: every test that asks for `reopen` or `store` runs once for each store that exists."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ssi.store import Store, open_store

Reopen = Callable[[], Store]


@pytest.fixture(params=["sqlite"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Reopen:
    """Opens the same store each time, made at the first; the caller closes it."""
    assert request.param == "sqlite"
    return lambda: open_store(tmp_path / "scores.db", create=True)


@pytest.fixture
def store(reopen: Reopen) -> Iterator[Store]:
    with reopen() as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a SQLite store may lie."""
    return tmp_path / "scores.db"
