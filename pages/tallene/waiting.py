"""What publishers had that this service has not, when they were last asked."""

from datetime import datetime

from markupsafe import Markup

from components.html.markup import heading, paragraph
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.tallene.newest import Fresh
from pages.tallene.newest_table import seen_to_come


def _unseen(context: Context, every: list[Fresh]) -> Markup:
    """That nobody knows when new years come, as long as none was seen to come."""
    say = context.say
    words = say("Når på året utgiverne kommer med nye tall, står her når denne tjenesten har sett det skje.")
    return Markup() if seen_to_come(every) else paragraph(words, "note")


def show_waiting(context: Context, every: list[Fresh]) -> None:
    """What publishers had that this service has not, when they were last asked."""
    say, found = context.say, releases.checked()
    if found is None:
        words = say("Utgiverne er ikke spurt fra denne tjenesten ennå. Tallene er de som fulgte med.")
    else:
        day = say.date(datetime.fromisoformat(found.at))
        known = [name for name in found.waiting if name in context.catalogue.indicators]
        stands = found.release is None and known
        words = (
            say("Utgiverne ble sist spurt {day}, om {n} indikatorer.", day=day, n=say.number(found.indicators)) + " "
        )
        if stands:
            newer = [name for name in known if name in found.newest]
            words += say.count(
                "En henting ville endret {n} indikator", "En henting ville endret {n} indikatorer", len(known)
            )
            words += f" {say('og gitt nyere år for {n} av dem', n=say.number(len(newer)))}" if newer else ""
            titles = [say.of(context.catalogue.indicators[name].title) for name in (newer or known)[:8]]
            words += f": {say.listing(titles)}" + (" …" if len(newer or known) > len(titles) else ".")
        elif found.release is not None:
            words += say("Det ga datautgave {release}.", release=found.release)
        else:
            words += say("De hadde ikke noe nytt.")
    context.page.html(heading(say("Hva en ny henting ville gitt")) + paragraph(words) + _unseen(context, every))
