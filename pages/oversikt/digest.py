"""What is new in the newest release: the digest on Oversikt and Om tallene."""

from markupsafe import Markup

from components.html.markup import bullets, heading, paragraph
from data_sources.errors import DataError
from data_sources.store.reader import Release
from models.change.news import News, news
from pages.choices import NONE
from pages.exhibits.describe import then_and_now
from pages.exhibits.looked_at import Context
from pages.known import releases

SHOWN, SHOWN_SINCE = 5, 20  # of each kind: in one release, and since one that the reader names


def counts_told(context: Context, release: Release) -> str:
    """How much is new, in one sentence."""
    say, told = context.say, release.summary
    if not told.counts.total:
        return say(
            "{date}: tallene er de samme, men katalogen er ny (utgave {version}).",
            date=say.date(release.created),
            version=told.catalogue,
        )
    parts = [
        say.count("{n} nytt tall", "{n} nye tall", told.counts.added),
        say.count("{n} revidert", "{n} reviderte", told.counts.revised),
        say.count("{n} trukket tilbake", "{n} trukket tilbake", told.counts.withdrawn),
    ]
    numbers = (told.counts.added, told.counts.revised, told.counts.withdrawn)
    return say(
        "{date}: {what}, fordelt på {count} indikatorer.",
        date=say.date(release.created),
        what=say.listing([part for part, number in zip(parts, numbers, strict=True) if number]),
        count=say.number(len(told.indicators)),
    )


def _refused(context: Context, release: Release) -> Markup:
    """How many indicators could not be renewed."""
    number = len(release.summary.refused)
    if not number:
        return Markup()
    words = context.say.count(
        "{n} indikator kunne ikke fornyes og beholder forrige tall.",
        "{n} indikatorer kunne ikke fornyes og beholder forrige tall.",
        number,
    )
    return paragraph(words, "note")


def news_line(context: Context, item: News) -> str:
    """One figure as it was and as it is."""
    say, indicator = context.say, context.catalogue.indicators[item.indicator]
    old, new = then_and_now(context, indicator, (item.old_value, item.old_flag), (item.value, item.flag))
    values = {"title": say.of(indicator.title), "year": item.period, "old": old, "new": new}
    if item.kind == "added":
        words = say("{title}, {year}: {new}", **values)
    elif item.kind == "withdrawn":
        words = say("{title}, {year}: var {old}", **values)
    else:
        words = say("{title}, {year}: {new}, var {old}", **values)
    if item.others:
        words += " " + say.count("(og {n} år til)", "(og {n} år til)", item.others)
    return words


def _lists(context: Context, older: int, newer: int, most: int = SHOWN) -> None:
    """The newest figures of Osloregionen that are new, revised or withdrawn, beside each other."""
    say = context.say
    by_kind = news(releases.revisions(older, newer), context.catalogue, context.focus)
    titles = {"added": say("Nye tall"), "revised": say("Reviderte tall"), "withdrawn": say("Trukket tilbake")}
    kinds = [kind for kind in titles if by_kind[kind]]
    if not kinds:
        context.page.html(
            paragraph(say("Ingen av tallene for {name} er endret.", name=context.name(context.focus)), "note")
        )
        return
    for column, kind in zip(context.page.columns(len(kinds), gap="large"), kinds, strict=True):
        lines = [news_line(context, item) for item in by_kind[kind][:most]]
        if (more := len(by_kind[kind]) - most) > 0:
            lines.append(say.count("og {n} indikator til", "og {n} indikatorer til", more))
        with column:
            context.page.html(Markup("<h3>%s</h3>%s") % (titles[kind], bullets(lines, "news")))


def _visit(context: Context, newest: Release) -> Markup:
    """The way to what is new since the reader was here last, which only the reader's own browser knows.

    The script of the page fills it in: it keeps the number of the newest release seen, and nothing is sent before the
    reader follows the link.
    """
    usual = context.at("kilder", release=str(newest.id), since=NONE).address
    return Markup('<p class="since-visit" data-newest="%s" data-words="%s" data-way="%s"></p>') % (
        newest.id,
        context.say("Du var her sist med datautgave {number}. Se hva som er nytt siden da.", number="{number}"),
        usual.replace(f"since={NONE}", "since={number}"),
    )


def show_since(context: Context, since: int) -> None:
    """Draw what is new since a release, up to the newest."""
    say, history = context.say, releases.history()
    newest, number = history[-1], sum(one.id > since for one in history)
    words = say.count("{n} datautgave er kommet siden da.", "{n} datautgaver er kommet siden da.", number)
    with context.page.box("digest", gap="xsmall"):
        context.page.html(heading(say("Nytt siden datautgave {number}", number=since)) + paragraph(words))
        _told(context, since, newest.id, SHOWN_SINCE)
        context.link("kilder", say("Vis bare den nyeste datautgaven"), since=NONE)


def _told(context: Context, older: int, newer: int, most: int = SHOWN) -> None:
    """The lists, or that they cannot be had just now."""
    try:
        _lists(context, older, newer, most)
    except DataError:
        context.page.passing = True
        context.page.html(paragraph(context.say("Hvilke tall det er, kan vi ikke se akkurat nå."), "note"))


def show_digest(context: Context) -> None:
    """Draw the digest of the newest release."""
    say, history = context.say, releases.history()
    newest = history[-1]
    title = heading(say("Nytt i datautgave {number}", number=newest.id))
    with context.page.box("digest", gap="xsmall"):
        if len(history) == 1:
            words = say(
                "Den første datautgaven: {count} tall, satt sammen {date} av uttrekk fra utgiverne.",
                count=say.number(newest.summary.counts.added),
                date=say.day(newest.summary.made),
            )
            context.page.html(title + paragraph(words) + _visit(context, newest))
            return
        context.page.html(title + paragraph(counts_told(context, newest)) + _refused(context, newest))
        context.page.html(_visit(context, newest))
        _told(context, history[-2].id, newest.id)
