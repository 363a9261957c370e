"""The view as a value, and the query that carries it.

A URL carries the whole view, defaults included, in codes only, so that a link means the same in both languages and
after a change of defaults. A set of peers that the figures make (the most similar regions) stands as the set's id, not
as its members: the release and the region definition in the same link decide who they are, so the link keeps its
meaning, and the page can still say why these regions and how firm the choice is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode

from components.words.text import LANGUAGES, InTwoLanguages, understood
from models.catalogue import Catalogue

WIDTH = 300  # of a widget, pixels
LONGEST = 100  # characters of words that narrow what is shown
COUNTED = ""  # the name of a choice that notices only count, for it is one of many alike
OWN = "own"  # the peer selector's entry for a reader's own list of regions


@dataclass(frozen=True)
class Option:
    """A choice that a page adds to the view: all that is said of it but what each of its codes is called.

    Attributes:
        name: key in the URL.
        called: what notices call it (bokmål msgid), in the middle of a sentence; `COUNTED` for one of many alike.
        allowed: codes to choose from, given the region definition (`lens`) and the options before it.
        default: the code used when none is given, given the same.
        free: whether any words will do: they narrow what is shown, and no code is asked for.
        label: what stands over it (bokmål msgid, or a text of the catalogue); empty where only links choose.
        width: of its widget, pixels, less where the screen is narrower; it may follow from what is chosen.
    """

    name: str
    called: str
    allowed: Callable[[Mapping[str, str]], Sequence[str]]
    default: Callable[[Mapping[str, str]], str]
    free: bool = False
    label: str | InTwoLanguages = ""
    width: int | Callable[[Mapping[str, str]], int] = WIDTH

    @classmethod
    def among(
        cls,
        name: str,
        called: str,
        codes: tuple[str, ...],
        default: str,
        *,
        label: str | InTwoLanguages = "",
        width: int = WIDTH,
    ) -> Self:
        """A choice that is the same whatever else is chosen."""
        return cls(name, called, lambda _: codes, lambda _: default, label=label, width=width)

    @classmethod
    def words(cls, name: str, called: str, *, label: str, width: int) -> Self:
        """Words that narrow what is shown; none by default."""
        return cls(name, called, lambda _: ("",), lambda _: "", free=True, label=label, width=width)

    def width_for(self, chosen: Mapping[str, str]) -> int:
        """The width of its widget in a view with these options, pixels."""
        return self.width if isinstance(self.width, int) else self.width(chosen)

    def fits(self, value: object, chosen: Mapping[str, str]) -> bool:
        """Whether a value may be chosen, given the options before it."""
        if self.free:
            return isinstance(value, str) and len(value) <= LONGEST and value.isprintable()
        return value in self.allowed(chosen)


@dataclass(frozen=True)
class Ignored:
    """Something in the URL that could not be used."""

    name: str
    given: str


@dataclass(frozen=True)
class ViewState:
    """What the reader looks at.

    Attributes:
        page: slug of the page.
        lang: "nb" or "en".
        lens: code of the region definition.
        peers: id of a peer set, or region codes joined by commas.
        release: number of the release of figures.
        options: the page's own choices.
        catalogue: version of the catalogue that the release was made with: it follows from the release, and a link
            that names another one tells that sets, scored indicators or goalposts have changed.
    """

    page: str
    lang: str = "nb"
    lens: str = "NO08"
    peers: str = "alliance"
    release: int = 1
    options: Mapping[str, str] = field(default_factory=dict)
    catalogue: str = ""

    def to_query(self) -> dict[str, str]:
        """The canonical query: everything, in a fixed order."""
        head = {"lang": self.lang, "lens": self.lens, "peers": self.peers, "release": str(self.release)}
        named = {"catalogue": self.catalogue} if self.catalogue else {}
        return {**head, **named, **self.options}

    @property
    def address(self) -> str:
        """The complete address of this view on its server; it leads here from anywhere, without a session."""
        return f"/{self.page}?{urlencode(self.to_query(), safe=',')}"

    def option(self, name: str) -> str:
        """The code chosen for one of the page's options."""
        return self.options[name]


Computed = Callable[[str, str, int], tuple[str, ...]]


def _none_computed(_peers: str, _lens: str, _release: int) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Choosable:
    """What views are checked against.

    Attributes:
        catalogue: regions, peer sets and what the pages' options allow.
        releases: numbers of the releases at hand, oldest first.
        lenses: the region definitions that the pages can show.
        computed: members of a peer set that the figures make, by its id, a region definition and a release; empty
            where they cannot be found.
        versions: of the catalogue, by release; the catalogue's own where a release is not named.
    """

    catalogue: Catalogue
    releases: tuple[int, ...]
    lenses: tuple[str, ...]
    computed: Computed = _none_computed
    versions: Mapping[int, str] = field(default_factory=dict)

    def version(self, release: int) -> str:
        """The version of the catalogue that a release was made with."""
        return self.versions.get(release, self.catalogue.rules.version)

    def is_set(self, peers: str) -> bool:
        """Whether a peers value names a set, rather than regions one by one."""
        return peers in self.catalogue.peer_sets or peers in self.catalogue.structure.computed_sets

    def peer_codes(self, peers: str, lens: str | None = None, release: int | None = None) -> tuple[str, ...]:
        """The regions behind a peers value: the set's members, or the listed codes.

        Args:
            peers: id of a set, or codes separated by commas.
            lens: region definition that a computed set is made for; the usual one by default.
            release: of figures that a computed set is made from; the newest by default.
        """
        if peers in self.catalogue.peer_sets:
            return self.catalogue.members(peers)
        if peers in self.catalogue.structure.computed_sets:
            return self.computed(peers, lens or self.catalogue.default_lens.id, release or self.releases[-1])
        return tuple(code for code in peers.split(",") if self.is_peer(code))

    def is_peer(self, code: str) -> bool:
        """Whether a code may be compared with: a region of level NUTS 2 that is still valid."""
        region = self.catalogue.regions.get(code)
        return region is not None and region.level == "nuts2" and self.catalogue.is_current(code)


def from_query(
    params: Mapping[str, str], page: str, options: Iterable[Option], choosable: Choosable
) -> tuple[ViewState, tuple[Ignored, ...]]:
    """The nearest valid view to what a URL asks for, and what in it was ignored.

    Args:
        params: the query, one text a key; unknown keys are reported.
        page: slug of the page asked for.
        options: the page's own options.
        choosable: what is valid.
    """
    ignored: list[Ignored] = []
    catalogue = choosable.catalogue

    def choose(name: str, allowed: Sequence[str], default: str) -> str:
        given = params.get(name)
        if given is None or given in allowed:
            return default if given is None else given
        ignored.append(Ignored(name, given))
        return default

    lang = understood(params.get("lang", LANGUAGES[0])) or choose("lang", LANGUAGES, LANGUAGES[0])
    lens = choose("lens", choosable.lenses, catalogue.default_lens.id)
    newest = choosable.releases[-1]
    release = choose("release", [str(r) for r in choosable.releases], str(newest))
    peers = params.get("peers", catalogue.default_peers.id)
    if peers in catalogue.structure.computed_sets and not choosable.peer_codes(peers, lens, int(release)):
        ignored.append(Ignored("peers", peers))
        peers = catalogue.default_peers.id
    elif not choosable.is_set(peers):
        codes = [c for c in dict.fromkeys(peers.split(",")) if c != lens] or [lens]
        usable = [c for c in codes if c != lens and choosable.is_peer(c)]
        ignored += [Ignored("peers", code) for code in codes if code not in usable]
        peers = ",".join(usable) or catalogue.default_peers.id
    chosen: dict[str, str] = {}
    for option in options:
        given = {"lens": lens, **chosen}
        if option.free and option.fits(params.get(option.name), given):
            chosen[option.name] = params[option.name]
        else:
            chosen[option.name] = choose(option.name, option.allowed(given), option.default(given))
    version = choosable.version(int(release))
    if params.get("catalogue", version) != version:
        ignored.append(Ignored("catalogue", params["catalogue"]))
    known = {"lang", "lens", "peers", "release", "catalogue", "embed", "embed_options", *chosen}
    ignored += [Ignored(name, value) for name, value in params.items() if name not in known]
    return ViewState(page, lang, lens, peers, int(release), chosen, version), tuple(ignored)
