"""Kan jeg si dette? Subject, statement and region; the answer with its reasons, and texts to paste."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from components.exhibit import Exhibit
from components.html.markup import heading, lead, paragraph, to_copy, way
from components.html.tools import picture_address
from components.html.verdict import complete, fact_box, verdict, verdict_html
from components.words.caveats import caveat_words
from components.words.citing import apa, bibtex
from components.words.wording import within
from models.claims import Claim
from models.index.attractiveness import ROOT
from pages.choices import peer_filter, region_filter
from pages.exhibits.cited import work
from pages.exhibits.looked_at import Context
from pages.exhibits.registry import UnknownExhibit, exhibit
from pages.tallene.options import OF_FIGURES, OF_PLACES
from pages.tallene.sayable import Answer, answer, is_place


def _subject(context: Context, code: str) -> str:
    """What a subject is called in the list; a theme by its name, an indicator with its theme's."""
    say, known = context.say, context.catalogue
    if code == ROOT:
        return say("Samlet plassering")
    if code in known.themes:
        return say("{theme}: samlet", theme=say.of(known.themes[code].title))
    indicator = known.indicators[code]
    return f"{say.of(known.themes[indicator.theme].title)}: {within(say.of(indicator.title))}"


def _statement(context: Context, kind: str) -> str:
    """What is asked whether it can be said, with a gap for what is not known yet."""
    say, name = context.say, context.name(context.focus)
    other = context.name(context.view.option("against"))
    place = is_place(context)
    words = {
        "rank": say("{name} er nr. … blant sammenligningsregionene", name=name),
        "above": say("{name} ligger foran {other}", name=name, other=other)
        if place
        else say("{name} har høyere eller lavere tall enn {other}", name=name, other=other),
        "upper_half": say("{name} er i den beste halvdelen", name=name),
        "gap": say("{name} ligger over eller under midten", name=name),
        "change": say("Tallet har gått opp eller ned"),
        "europe": say("{name} ligger foran … av 100 regioner i Europa", name=name),
        "figure": say("Tallet for {name} er …", name=name),
    }
    return words[kind][:1].upper() + words[kind][1:]


def _filters(context: Context) -> None:
    with context.row("saying"):
        both = context.view.option("claim") in set(OF_PLACES) & set(OF_FIGURES)
        context.choice("subject", lambda code: _subject(context, code), resets=() if both else ("claim",))
        context.choice("claim", lambda kind: _statement(context, kind))
    with context.row("saying-among"):
        if context.view.option("claim") == "above":
            region_filter(context, "against")
        peer_filter(context)


def _caveats(context: Context, found: Answer) -> list[str]:
    if not isinstance(found.made, Claim):
        return []
    besides = [] if found.besides is None else [found.besides.text[context.say.language].rstrip(".")]
    return besides + [caveat_words(context.say, context.catalogue, one) for one in found.made.caveats]


def _others(context: Context) -> Iterator[tuple[str, str]]:
    """What may be said of the same subject instead: the sentence, and where it is asked."""
    for kind in context.codes("claim"):
        if kind != context.view.option("claim"):
            other = answer(context, kind)
            if other.said.allowed:
                sentence, _, _ = other.said.text[context.say.language].partition("\n")
                yield sentence, context.here(claim=kind).address


def _instead(context: Context, found: Answer) -> None:
    say, ways = context.say, []
    if found.better:
        title = say.of(context.catalogue.indicators[found.better].title)
        words = say("Spør om «{title}» i stedet", title=title)
        ways.append((words, context.here(subject=found.better).address))
    ways += list(_others(context))
    if not ways:
        return
    title = say("Dette kan du også si") if found.said.allowed else say("Dette kan du si i stedet")
    listed = Markup().join(Markup("<li>%s</li>") % (way(words, address),) for words, address in ways)
    context.page.html(heading(title) + Markup('<ul class="sayings">%s</ul>') % (listed,))


def _shown(found: Answer) -> Exhibit | None:
    """The figure that shows it; none where its page draws none."""
    try:
        return exhibit(found.figure, found.key)
    except UnknownExhibit:
        return None


def _to_paste(context: Context, found: Answer) -> None:
    """The fact box, the picture and the citation of what may be said."""
    say = context.say
    shown = _shown(found)
    sentence, _, known = found.said.text[say.language].partition("\n")
    address = f"{found.figure.address}#{found.key}" if shown else found.figure.address
    service = say.of(context.catalogue.identity.name)
    box = fact_box(_subject(context, context.view.option("subject")), sentence, known, service, address)
    ways = [way(say("Se figuren"), address)]
    if shown:
        picture = picture_address(found.figure, found.key, "png", size="1200x627")
        ways.append(
            Markup('<a href="%s" target="_self" download>%s</a>')
            % (picture, say("Last ned bildet (PNG, 1200\u00a0×\u00a0627)"))
        )
    listed = Markup().join(Markup('<p class="way">%s</p>') % (one,) for one in ways)
    context.page.html(Markup('<div class="row-of align-center gap-small">%s</div>') % (listed,))
    with context.page.fold(say("Faktaboks til egen nettside (HTML)"), key="fact-box"):
        source = str(box).replace(str(escape(address)), address)
        context.page.html(box + to_copy(complete(source, address), say))
    if shown:
        cited = work(context.catalogue, found.figure, shown)
        with context.page.fold(say("Kildehenvisning (APA og BibTeX)"), key="citation"):
            context.page.html(
                to_copy(complete(apa(say, cited), address), say) + to_copy(complete(bibtex(say, cited), address), say)
            )


def render(context: Context) -> None:
    """Draw the page."""
    say = context.say
    about = say("Velg hva du vil si. Svaret er det samme som ved hver figur: ja, ja med forbehold, eller nei.")
    context.page.html(lead(say("Kan jeg si dette?")) + paragraph(about, "note"))
    _filters(context)
    found = answer(context, context.view.option("claim"))
    caveats = _caveats(context, found)
    subject = _subject(context, context.view.option("subject"))
    asked = f"{subject} – {_statement(context, context.view.option('claim'))}"
    answered = say("«{statement}»: {verdict}", statement=asked, verdict=within(verdict(found.said, caveats, say)))
    context.page.html(paragraph(answered, "asked") + verdict_html(found.said, caveats, say))
    if found.said.allowed:
        _to_paste(context, found)
    _instead(context, found)
