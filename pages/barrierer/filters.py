"""The filters that the pages on strengths and barriers share."""

from components.words import judgements
from pages.choices import ALL
from pages.exhibits.looked_at import Context


def _field_words(context: Context, code: str) -> str:
    titles = {field.id: field.title for field in context.catalogue.advantage_fields}
    return context.say.of(titles[code])


def audience_filter(context: Context, *resets: str) -> None:
    """For whom it matters."""
    say = context.say
    context.choice(
        "audience",
        lambda code: say("Alle") if code == ALL else judgements.audience(say, code),
        resets=resets,
    )


def field_filter(context: Context, *resets: str) -> None:
    """Which of the strategy's fields."""
    say = context.say
    context.choice(
        "field",
        lambda code: say("Alle felt") if code == ALL else _field_words(context, code),
        resets=resets,
    )


def field_words(context: Context) -> str:
    """The field chosen, to stand in a sentence: ", innen kompetanse"; empty for all."""
    field = context.view.option("field")
    return "" if field == ALL else context.say(", innen {field}", field=_field_words(context, field).lower())


def chosen_words(context: Context) -> str:
    """What the reader has chosen, to stand in a sentence: ", viktig for investorer, innen kompetanse"."""
    say, audience = context.say, context.view.option("audience")
    whom = "" if audience == ALL else say(", viktig for {whom}", whom=judgements.audience(say, audience).lower())
    return whom + field_words(context)
