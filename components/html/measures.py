"""What an actor can do about barriers: sentences that begin with the verb, as HTML and as plain text."""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup, escape

from components.html.citations import citation, publisher_words, year_words
from components.words.text import Speaker
from components.words.wording import within
from models.barriers import Step
from models.catalogue import Measure

# How far the measures under it have come.
HEADINGS: Mapping[Step, str] = {
    "effect": "Allerede gjort, og kilden sier hva det ga",
    "done": "Allerede gjort, her eller andre steder",
    "decided": "Vedtatt",
    "proposed": "Foreslått",
}
_SHORT = 4  # measures of a step in the text to copy


def _doubt(say: Speaker, measure: Measure) -> str:
    return "" if measure.doubt is None else f"; {say.of(measure.doubt)}"


def measure_item(say: Speaker, measure: Measure, about: str = "") -> Markup:
    """A measure in a list: the sentence, where it is from, who says so, what is in doubt, its barrier."""
    topic = Markup('<span class="about">%s</span>') % (about,) if about else Markup()
    where, doubt = escape(say.of(measure.where)), escape(_doubt(say, measure))
    return Markup('<li>%s. <span class="note">%s. %s%s.%s</span></li>') % (
        say.of(measure.text),
        where,
        citation(say, measure),
        doubt,
        topic,
    )


def measures_list(
    say: Speaker, stepwise: Mapping[Step, Sequence[Measure]], about: Callable[[Measure], str] | None = None
) -> Markup:
    """Measures under headings that say how far they have come.

    Args:
        say: the reader's language.
        stepwise: measures by step (`models.barriers.stepwise`).
        about: the name of a measure's barrier; left out where all are about one.
    """
    parts = []
    for step, measures in stepwise.items():
        items = Markup().join(measure_item(say, m, about(m) if about else "") for m in measures)
        title = escape(f"{say(HEADINGS[step])} ({len(measures)})")
        parts.append(
            Markup('<section class="reached"><h3>%s</h3><ul class="actions">%s</ul></section>') % (title, items)
        )
    return Markup().join(parts)


def measures_text(say: Speaker, who: str, stepwise: Mapping[Step, Sequence[Measure]]) -> str:
    """The same as a short text to be pasted into an e-mail: the first few of each step; the view's address follows.

    Args:
        say: the reader's language.
        who: the actor, at the beginning of a sentence.
        stepwise: measures by step.
    """
    lines = [say("{who} kan blant annet:", who=within(who))]
    left = 0
    for step, measures in stepwise.items():
        lines += ["", f"{say(HEADINGS[step])}:"]
        for measure in measures[:_SHORT]:
            source = f"{publisher_words(say, measure)}, {year_words(say, measure)}"
            lines.append(f"– {within(say.of(measure.text))} ({source}{_doubt(say, measure)})")
        left += max(len(measures) - _SHORT, 0)
    lines.append("")
    if left:
        lines.append(say.count("{n} tiltak til, og kildene:", "{n} tiltak til, og kildene:", left))
    else:
        lines.append(say("Kildene:"))
    return "\n".join(lines)
