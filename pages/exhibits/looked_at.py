"""What every page gets: the reader's view, what it speaks of, and the arrangement that it fills."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from markupsafe import Markup

from components.arrangement import Arrangement
from components.exhibit import Switch, Way
from components.html.markup import way
from components.html.sources import missing as missing_html
from components.html.switch import switch_html
from components.parts import Choice, Steps, Typed
from components.theme import LIGHT, Palette
from components.view import Choosable, Option, ViewState, from_query
from components.words.text import Speaker
from components.words.wording import sentence
from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.index.attractiveness import Attractiveness
from pages.spec import PageSpec


@dataclass(frozen=True, eq=False)
class Context:
    """One view, and what it speaks of: it follows from an address alone, without a session.

    Attributes:
        spec: the page.
        view: what the reader chose.
        options: the page's own choices, with what they may be.
        say: words and numbers in the reader's language.
        peers: the peer regions chosen, without the focus region.
        choosable: what views are checked against.
        pages: every page by its address.
        options_of: the choices that a page adds to the view.
        page: what the page shows, filled part by part.
    """

    spec: PageSpec
    view: ViewState
    options: tuple[Option, ...]
    say: Speaker
    catalogue: Catalogue
    figures: Figures
    index: Attractiveness
    peers: tuple[str, ...]
    choosable: Choosable
    pages: Mapping[str, PageSpec]
    options_of: Callable[[PageSpec], tuple[Option, ...]]
    page: Arrangement = field(default_factory=Arrangement)

    @property
    def focus(self) -> str:
        """Code of Osloregionen in the chosen region definition."""
        return self.view.lens

    @property
    def colours(self) -> Palette:
        """The colours that charts are made in; whoever draws them in dark exchanges them."""
        return LIGHT

    @property
    def ranked(self) -> list[str]:
        """The focus region and its peers."""
        return [self.focus, *self.peers]

    def name(self, region: str, *, short: bool = False) -> str:
        """What the reader calls a region, in the middle of a sentence: "the Oslo Region"."""
        return self.catalogue.region_name(region, self.say.language, short=short)

    def label(self, region: str, *, short: bool = False) -> str:
        """A region's name standing alone, in a table, a chart or a list of choices: "The Oslo Region"."""
        return sentence(self.name(region, short=short))

    def name_in_full(self, region: str) -> str:
        """A region with its definition, standing alone: "Osloregionen (målt som Oslo og Viken)"."""
        measured = self.catalogue.measured_as(region, self.say.language)
        return f"{self.label(region)} ({measured})" if measured else self.label(region)

    def at(self, slug: str, **chosen: str) -> ViewState:
        """A page as seen from here: this view, and the choices given; every other choice as usual."""
        return self._at(slug, {}, chosen)

    def here(self, *resets: str, **chosen: str) -> ViewState:
        """This very page with some choices changed.

        Args:
            *resets: parts of the view that fall back to their default.
            **chosen: parts of the view and what they become.
        """
        kept = {name: code for name, code in self.view.options.items() if name not in resets}
        return self._at(self.spec.slug, kept, chosen)

    def _at(self, slug: str, kept: Mapping[str, str], chosen: Mapping[str, str]) -> ViewState:
        view = self.view
        head = {"lang": view.lang, "lens": view.lens, "peers": view.peers, "release": str(view.release)}
        options = self.options if slug == self.spec.slug else self.options_of(self.pages[slug])
        return from_query({**head, **kept, **chosen}, slug, options, self.choosable)[0]

    def link(self, slug: str, label: str, **chosen: str) -> None:
        """Add a link to a page, with this view and, where given, choices of that page.

        A choice of the page that the reader is on changes that choice only.
        """
        view = self.here(**chosen) if slug == self.spec.slug else self.at(slug, **chosen)
        self.page.html(Markup('<p class="way">%s</p>') % (way(label, view.address),))

    def pick(self, label: str, name: str, code: str, *, resets: Sequence[str] = ()) -> None:
        """Add a link that sets one part of the view of this very page."""
        self.page.html(Markup('<p class="way">%s</p>') % (way(label, self.here(*resets, **{name: code}).address),))

    def _option(self, name: str) -> Option:
        return next(one for one in self.options if one.name == name)

    def _label(self, option: Option) -> str:
        """What stands over an option, in the reader's language.

        Raises:
            ValueError: its declaration does not say.
        """
        if not option.label:
            raise ValueError(f"the choice {option.name!r} has no label: give its Option one")
        return self.say(option.label) if isinstance(option.label, str) else self.say.of(option.label)

    def codes(self, name: str) -> list[str]:
        """The codes that may be chosen for one of the page's options now."""
        return list(self._option(name).allowed({"lens": self.focus, **self.view.options}))

    def switch(self, name: str, words: Callable[[str], str], *, resets: Sequence[str] = ()) -> Switch:
        """The ways to each code of one option, where the few choices should all be seen.

        Args:
            name: key in the address.
            words: what the reader sees for a code.
            resets: parts of the view that fall back to their default.
        """
        now, label = self.view.option(name), self._label(self._option(name))
        codes = self.codes(name)
        ways = (Way(words(code), self.here(*resets, **{name: code}).address, code == now) for code in codes)
        return Switch(label, tuple(ways))

    def buttons(
        self, name: str, words: Callable[[str], str], *, resets: Sequence[str] = (), labelled: bool = True
    ) -> None:
        """Add such a choice to the page; `labelled`: whether the label is seen, screen readers are told it anyway."""
        self.page.html(switch_html(self.switch(name, words, resets=resets), labelled=labelled))

    def row(self, name: str) -> AbstractContextManager[None]:
        """A row of choices that wraps where the screen is narrow."""
        return self.page.box(f"filters-{name}", horizontal=True)

    def choice(
        self,
        name: str,
        words: Callable[[str], str],
        *,
        codes: Sequence[str] | None = None,
        resets: Sequence[str] = (),
    ) -> None:
        """Add a drop-down for one option.

        Args:
            name: key in the address.
            words: what the reader sees for a code.
            codes: those of the option in the order in which they are shown, where it is another than its own.
            resets: parts of the view that fall back to their default.
        """
        option, shown = self._option(name), tuple(self.codes(name) if codes is None else codes)
        said, chosen = tuple(words(code) for code in shown), self.view.option(name)
        label, empty = self._label(option), self.say("Velg")
        self.page.add(
            Choice(label, name, shown, said, chosen, empty, option.width_for(self.view.options), tuple(resets))
        )

    def steps(self, name: str) -> None:
        """Add a slider over the few numbers of one option."""
        option, codes = self._option(name), tuple(self.codes(name))
        said = tuple(self.say.number(float(code), 1 if "." in code else 0) for code in codes)
        self.page.add(
            Steps(self._label(option), name, codes, said, self.view.option(name), option.width_for(self.view.options))
        )

    def typed(self, name: str, placeholder: str) -> None:
        """Add a field for words that narrow what is shown."""
        option = self._option(name)
        self.page.add(
            Typed(self._label(option), name, self.view.option(name), placeholder, option.width_for(self.view.options))
        )

    def missing(self, reason: str) -> None:
        """Add the reason why figures are not there, in their place."""
        self.page.html(missing_html(reason))
