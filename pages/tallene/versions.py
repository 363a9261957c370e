"""What a new version of the index moved, and why: places by the old and by the new index, over the same figures."""

from markupsafe import Markup

from components.html.markup import bullets, heading, paragraph
from components.html.tables import Column, table
from models.catalogue import Catalogue, Indicator, Text
from models.index.attractiveness import ROOT, Attractiveness, attractiveness, scored_themes
from models.index.rank_ranges import RankRanges, rank_ranges
from models.keeping import kept
from pages.exhibits.looked_at import Context
from pages.known import releases


@kept(8)
def _earlier_index(release: int, version: str) -> tuple[Catalogue, Attractiveness]:
    known = releases.catalogue().at(version)
    regions = dict.fromkeys([*known.reference_regions, *known.members("europe")])
    return known, attractiveness(releases.figures(release), known, list(regions))


@kept(32)
def _earlier_ranks(release: int, version: str, focus: str, peers: tuple[str, ...]) -> dict[str, RankRanges]:
    known, index = _earlier_index(release, version)
    return rank_ranges(index, focus, peers, known.tags["city_bounded"], draws=releases.draws_for(len(peers)))


def _words(context: Context, ranges: RankRanges | None) -> str:
    if ranges is None:
        return context.say("ingen poeng")
    median, low, high = ranges.own
    return context.say("nr. {rank} av {count} ({low}–{high})", rank=median, count=ranges.count, low=low, high=high)


def _titles(context: Context, indicators: list[Indicator]) -> str:
    return context.say.listing([context.say.of(indicator.short) for indicator in indicators])


def _moved(context: Context, before: Catalogue) -> list[str]:
    """Which indicators give points since, which no longer do, and why."""
    now, say = context.catalogue, context.say
    old, new = ({i.id for i in scored(c)} for c in (before, now))
    lines = []
    for name in [i.id for i in scored(now) if i.id not in old]:
        entry = now.indicators[name]
        lines.append(say("{title} er med. {why}", title=say.of(entry.title), why=say.of(entry.why)))
    for name in [i.id for i in scored(before) if i.id not in new]:
        entry = now.indicators[name]
        lines.append(say("{title} er ute. {why}", title=say.of(entry.title), why=say.of(entry.why)))
    posts = [
        entry
        for entry in scored(now)
        if entry.id in old and before.goalposts[entry.id] != now.goalposts[entry.id] and entry.score
    ]
    for entry in posts:
        reason: Text | None = entry.score.posts_reason if entry.score else None
        lines.append(
            say(
                "{title} har ny målestokk. {why}",
                title=say.of(entry.title),
                why=say.of(reason) if reason else "",
            ).strip()
        )
    return lines


def scored(catalogue: Catalogue) -> list[Indicator]:
    """The indicators that give points: those of themes with enough of them."""
    themes = {theme.id for theme in scored_themes(catalogue)}
    return [indicator for indicator in catalogue.scored if indicator.theme in themes]


def _places(context: Context, before: Catalogue, version: str) -> str:
    say, now = context.say, context.catalogue
    peers = tuple(sorted(context.peers))
    old = _earlier_ranks(context.view.release, version, context.focus, peers)
    new = releases.ranks(context.focus, context.peers, context.view.release)
    nodes = [ROOT, *dict.fromkeys([*(t.id for t in scored_themes(before)), *(t.id for t in scored_themes(now))])]
    rows = []
    for node in nodes:
        if node == ROOT:
            title = say("Samlet")
        else:
            names = dict.fromkeys(say.of(c.themes[node].title) for c in (before, now))
            title = " → ".join(names)
        rows.append([title, _words(context, old.get(node)), _words(context, new.get(node))])
    columns = [
        Column(say("Tema")),
        Column(say("Indeks {version}", version=version), numeric=True),
        Column(say("Indeks {version}", version=now.rules.version), numeric=True),
    ]
    caption = say("{name}: plass etter to utgaver av indeksen, med de samme tallene", name=context.label(context.focus))
    return table(columns, rows, caption)


def show_versions(context: Context) -> None:
    """Where an earlier version of the index is kept: what has moved since, and why."""
    say, now = context.say, context.catalogue
    version = max(now.earlier, default="")
    if not version:
        return
    before = now.at(version)
    parts = [
        heading(say("Hva er endret siden indeks {version}, og hvorfor?", version=version)),
        paragraph(
            say(
                "En ny liste over tall gir nye plasser uten at noe har skjedd i regionen. Under står plassene "
                "etter begge, regnet på de samme tallene. Si aldri at regionen har klatret eller falt fra den ene "
                "til den andre."
            )
        ),
        _places(context, before, version),
        bullets(_moved(context, before)),
        paragraph(
            say(
                "Det samlede tallet krever nå poeng i alle temaer som teller, og tall utenfor målestokken gir 0 "
                "eller 100 poeng. Gamle lenker og datautgaver beholder indeksen de ble laget med."
            )
        ),
    ]
    context.page.html(Markup().join(parts))
