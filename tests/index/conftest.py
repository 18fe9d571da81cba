"""Every test of the index that asks the toy catalogue asks it twice: searched in memory, and in its table."""

from __future__ import annotations

import pytest

from matinee.index.catalogue import Catalogue
from tests.index.paths import in_table


@pytest.fixture(scope="session", params=["memory", pytest.param("table", marks=pytest.mark.slow)])
def toy(request: pytest.FixtureRequest, toy: Catalogue) -> Catalogue:
    """The toy catalogue; whichever way it is searched, the answers are the same."""
    return toy if request.param == "memory" else in_table(toy)
