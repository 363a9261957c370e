"""What is new in the newest release: the digest on Oversikt and Om tallene."""

from markupsafe import Markup

from components.html.markup import bullets, heading, paragraph
from data_sources.errors import DataError
from data_sources.store.reader import Release
from models.change.news import News, news
from pages.exhibits.describe import then_and_now
from pages.exhibits.looked_at import Context
from pages.known import releases

SHOWN = 5  # of each kind


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


def _lists(context: Context, older: int, newer: int) -> None:
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
        lines = [news_line(context, item) for item in by_kind[kind][:SHOWN]]
        if (more := len(by_kind[kind]) - SHOWN) > 0:
            lines.append(say.count("og {n} indikator til", "og {n} indikatorer til", more))
        with column:
            context.page.html(Markup("<h3>%s</h3>%s") % (titles[kind], bullets(lines, "news")))


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
            context.page.html(title + paragraph(words))
            return
        context.page.html(title + paragraph(counts_told(context, newest)) + _refused(context, newest))
        try:
            _lists(context, history[-2].id, newest.id)
        except DataError:
            context.page.passing = True
            context.page.html(paragraph(say("Hvilke tall det er, kan vi ikke se akkurat nå."), "note"))
