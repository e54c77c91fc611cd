"""The page in a real browser: a click on either side shows the other.  Skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.output.page import page
from tests.output.sample_audit import sample

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if BROWSER is None or DRIVER is None:
        pytest.skip("no chromium with its driver here")
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for switch in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"):
        options.add_argument(switch)
    options.add_argument("--window-size=1280,900")
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    file: Path = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(page(sample()), encoding="utf-8")
    driver.get(file.as_uri())
    yield driver
    driver.quit()


def _click(browser: Any, name: str) -> set[str]:
    """Click an element by its id; the ids of what is then shown as chosen."""
    browser.execute_script("document.getElementById(arguments[0]).click()", name)
    return set(browser.execute_script("return [...document.querySelectorAll('.on')].map((each) => each.id)"))


def test_a_figure_shows_its_cell_and_its_finding(browser: Any) -> None:
    assert _click(browser, "mark-5") == {"mark-5", "cell-requests.new.total", "finding-0"}
    told = browser.execute_script("return document.getElementById('detail').innerText")
    assert "12件 不符" in told
    assert "= 11" in told


def test_a_cell_shows_the_figures_that_speak_of_it(browser: Any) -> None:
    browser.execute_script("document.querySelector('[id=\"cell-disputes.review.total\"] a').click()")
    chosen = browser.execute_script("return [...document.querySelectorAll('.on')].map((each) => each.id)")
    assert set(chosen) == {"mark-9", "cell-disputes.review.total"}


def test_a_finding_shows_both_sides_in_view(browser: Any) -> None:
    assert "cell-requests.handled.natural" in _click(browser, "finding-1")
    top = browser.execute_script(
        "return document.getElementById('cell-requests.handled.natural').getBoundingClientRect().top"
    )
    assert 0 < top < 900


def test_escape_ends_the_choice(browser: Any) -> None:
    _click(browser, "mark-5")
    browser.execute_script("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))")
    assert browser.execute_script("return document.querySelectorAll('.on').length") == 0


def test_nothing_is_refused_or_fetched(browser: Any) -> None:
    assert browser.get_log("browser") == []
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_a_phone_shows_it_without_scrolling_sideways(browser: Any) -> None:
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    assert browser.execute_script("return document.documentElement.scrollWidth") == 390
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
