"""What one actor can do: sentences with the verb first, on the screen, on a sheet of paper and as a text to copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from components.html.citations import sources_note
from components.html.markup import paragraph
from components.html.measures import measures_list, measures_text
from components.words.judgements import audience
from components.words.wording import within
from models.barriers import Step, stepwise
from models.catalogue import Barrier, Measure
from pages.choices import ALL
from pages.exhibits.looked_at import Context


@dataclass(frozen=True)
class Possible:
    """What an actor can do about the barriers that the reader looks at.

    Attributes:
        who: the actor, at the beginning of a sentence.
        stepwise: measures by how far they have come.
        without: barriers that the actor can do something about and for which no measure was found.
    """

    who: str
    stepwise: dict[Step, tuple[Measure, ...]]
    without: tuple[Barrier, ...]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All of them, in the order shown."""
        return tuple(measure for listed in self.stepwise.values() for measure in listed)


def possible(context: Context, barriers: Sequence[Barrier]) -> Possible:
    """What the chosen actor can do about barriers, given in the order in which they stand on the page."""
    actor = context.view.option("actor")
    own = [b for b in barriers if actor in b.who_can_act]
    measures = {b.id: context.catalogue.measures_on(b, actor) for b in own}
    return Possible(
        who=context.say.of(context.catalogue.actors[actor].title),
        stepwise=stepwise([m for listed in measures.values() for m in listed], list(measures)),
        without=tuple(b for b in own if not measures[b.id]),
    )


def title(context: Context) -> str:
    """The page's title: what the actor can do, and for whom if the reader has chosen."""
    say, whom = context.say, context.view.option("audience")
    can = say.of(context.catalogue.actors[context.view.option("actor")].can)
    return can if whom == ALL else say("{can} for {whom}", can=can, whom=within(audience(say, whom)))


def measures_html(context: Context, doable: Possible) -> str:
    """The sentences under their headings, and for which barriers none was found."""
    say = context.say
    barriers = context.catalogue.barriers
    listed = measures_list(say, doable.stepwise, lambda m: say.of(barriers[m.barrier].title))
    return f'<div class="can whole">{listed}</div>{_without(context, doable)}'


def _without(context: Context, doable: Possible) -> str:
    if not doable.without:
        return ""
    names = context.say.listing([f"«{context.say.of(b.title)}»" for b in doable.without])
    return paragraph(
        context.say("Vi fant ingen navngitte tiltak for {who} om {names}.", who=within(doable.who), names=names), "note"
    )


def notes_html(context: Context, doable: Possible, *, opened: bool = False) -> str:
    """What the sentences are, and the note on their sources."""
    about = context.say(
        "Tiltakene er hentet fra kildene, ikke foreslått av oss. «Allerede gjort» gjelder stedet og året som står der."
    )
    return f'<p class="note">{escape(about)}</p>{sources_note(context.say, doable.measures, opened=opened)}'


def text(context: Context, doable: Possible) -> str:
    """The title and the first measures of each step as plain text."""
    return f"{title(context)}\n{measures_text(context.say, doable.who, doable.stepwise)}"
