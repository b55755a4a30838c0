"""Programs for the API's tests, one with a reviewer's token and one with procurement's."""

import pytest

from tests.cast import Cast
from tests.client import Browser
from tests.portal.api.client import Program, program_of


@pytest.fixture
async def program(browser: Browser, cast: Cast) -> Program:
    """A program with a reviewer's token."""
    return await program_of(browser, cast.reviewer)


@pytest.fixture
async def buyer(browser: Browser, cast: Cast) -> Program:
    """A program with procurement's token."""
    return await program_of(browser, cast.procurement)
