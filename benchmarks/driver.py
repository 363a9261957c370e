"""The same hands and the same clock for every page: choose in a drop-down, wait until the new view is painted."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.reader import PATIENCE

# Painted: the script is done, nothing is stale, and titles and chart texts are those of the view asked for.
_SIGN = """() =>
    [...document.querySelectorAll('.stMain .stHtml, .stPlotlyChart .main-svg')].map(e => e.textContent).join('|')"""
_STANDS = """() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')
    && [...document.querySelectorAll('.stPlotlyChart')].every(c => c.querySelector('.main-svg .xy, .main-svg .plot'))"""
_ARM = f"""wanted => {{
    window.took = null;
    const painted = start => {{
        if (({_STANDS})() && ({_SIGN})() === wanted)
            requestAnimationFrame(() => {{ window.took = performance.now() - start; }});
        else requestAnimationFrame(() => painted(start));
    }};
    addEventListener('pointerdown', event => painted(performance.now()), {{capture: true, once: true}});
}}"""


@dataclass
class Hand:
    """A page and the drop-down that is used on it.

    Attributes:
        page: the browser's page.
        label: of the drop-down.
        options: the two labels to go back and forth between; the first click takes the first.
    """

    page: Page
    label: str
    options: list[str]

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        self._signs: dict[str, str] = {}

    def open(self, address: str) -> None:
        """Open the page and learn what each view looks like once it is painted."""
        self.page.goto(address)
        self.page.get_by_role("heading", level=1).wait_for()
        self._rest()
        for option in self.options:  # the page may open on one of them
            if self._box().input_value() != option:
                before = self._sign()
                self._offer(option).click()
                self.page.wait_for_function(f"before => ({_SIGN})() !== before", arg=before)
                self._rest()
            self._signs[option] = self._sign()

    def click(self, option: str) -> float:
        """Milliseconds from pressing the mouse on an option to the painted page."""
        target = self._offer(option)
        self.page.evaluate(_ARM, self._signs[option])
        target.click()
        self.page.wait_for_function("() => window.took !== null")
        return float(self.page.evaluate("window.took"))

    def _offer(self, option: str):  # noqa: ANN202 - a Locator
        self._box().click()
        self._box().fill(option)
        return self.page.get_by_role("option", name=option, exact=True)

    def _box(self):  # noqa: ANN202 - a Locator
        return self.page.get_by_role("combobox", name=self.label, exact=True)

    def _sign(self) -> str:
        return str(self.page.evaluate(_SIGN))

    def _rest(self) -> None:
        """Wait until the page stands and has looked the same for some frames."""
        self.page.wait_for_function(
            f"""() => new Promise(done => {{
                let last = null, same = 0;
                const look = () => {{
                    const sign = ({_SIGN})();
                    same = ({_STANDS})() && sign === last ? same + 1 : 0;
                    last = sign;
                    same > 30 ? done(true) : requestAnimationFrame(look);
                }};
                look();
            }})"""
        )
