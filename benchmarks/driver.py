"""The same hands and the same clock for every page: choose in a drop-down, wait until the new view is painted."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from tests.browser.reader import PATIENCE

# Painted: nothing is under way, and the texts of page and charts are those of the view asked for.
_STREAMLIT = """document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-stale=true], [data-testid=stSkeleton], #first-view')"""


@dataclass(frozen=True)
class Kind:
    """What a kind of page calls its things.

    Attributes:
        texts: selector of everything whose text a view decides, charts among it.
        stands: JavaScript that is true when no work is under way.
        charts: selector of the places of charts.
    """

    texts: str
    stands: str
    charts: str


OURS = Kind("#root .stMain .stHtml, #root .chart .main-svg", _STREAMLIT, "#root .chart[data-figure]")
PLAIN = Kind(".stMain .stHtml, .stPlotlyChart .main-svg", _STREAMLIT, ".stPlotlyChart")
DASH = Kind("main p, .js-plotly-plot .main-svg", "document.title !== 'Updating...'", ".dash-graph:not([style*=none])")


@dataclass
class Hand:
    """A page and the drop-down that is used on it.

    Attributes:
        page: the browser's page.
        kind: of page.
        label: of the drop-down.
        options: the two labels to go back and forth between; the first click takes the first.
    """

    page: Page
    kind: Kind
    label: str
    options: list[str]
    _signs: dict[str, str] = field(default_factory=dict)

    def open(self, address: str) -> None:
        """Open the page and learn what each view looks like once it is painted; it ends on the second."""
        self.page.set_default_timeout(PATIENCE)
        self.page.goto(address)
        self.page.get_by_role("heading", level=1).first.wait_for()
        self._rest()
        for option in self.options:
            if self._chosen() != option:  # the page may open on it
                before = self._sign()
                self._offer(option).click()
                self.page.wait_for_function(f"before => {self._seen} !== before", arg=before)
                self._rest()
            self._signs[option] = self._sign()

    def click(self, option: str) -> float:
        """Milliseconds from pressing the mouse on an option to the painted page."""
        target = self._offer(option)
        self.page.evaluate(
            f"""wanted => {{
                window.took = null;
                const painted = start => requestAnimationFrame(() => {{
                    if (({self.kind.stands}) && {self._seen} === wanted)
                        requestAnimationFrame(() => {{ window.took = performance.now() - start; }});
                    else painted(start);
                }});
                addEventListener('pointerdown', () => painted(performance.now()), {{capture: true, once: true}});
            }}""",
            self._signs[option],
        )
        target.click()
        self.page.wait_for_function("() => window.took !== null")
        return float(self.page.evaluate("window.took"))

    def _offer(self, option: str) -> Locator:
        if self.kind is DASH:
            self.page.locator("#switch").click()
        else:
            self._box().click()
            self._box().fill(option)
        return self.page.get_by_role("option", name=option, exact=True)

    def _box(self) -> Locator:
        return self.page.get_by_role("combobox", name=self.label, exact=True)

    def _chosen(self) -> str:
        if self.kind is DASH:
            return self.page.locator("#switch-value").inner_text().strip()
        return self._box().input_value()

    @property
    def _seen(self) -> str:
        return f"[...document.querySelectorAll('{self.kind.texts}')].map(e => e.textContent).join('|')"

    def _sign(self) -> str:
        return str(self.page.evaluate(f"() => {self._seen}"))

    def _rest(self) -> None:
        """Wait until the page stands, every chart is drawn, and it has looked the same for some frames."""
        self.page.wait_for_function(
            f"""() => new Promise(done => {{
                let last = null, same = 0;
                const look = () => {{
                    const drawn = [...document.querySelectorAll('{self.kind.charts}')]
                        .every(c => c.querySelector('.main-svg'));
                    const sign = {self._seen};
                    same = ({self.kind.stands}) && drawn && sign === last ? same + 1 : 0;
                    last = sign;
                    same > 30 ? done(true) : requestAnimationFrame(look);
                }};
                look();
            }})"""
        )
