"""The published series behind an indicator: data set, filter, unit, and where they came to us from."""

from components.html.markup import heading, paragraph
from components.html.tables import Cell, Column, Links, table
from models.catalogue import Indicator
from pages.exhibits.looked_at import Context


def show_series(context: Context, indicator: Indicator) -> None:
    """A row a series of this release; what the catalogue asks the publisher for where there are no figures yet."""
    say, catalogue = context.say, context.catalogue
    series = context.figures.series
    own = series.loc[series["indicator"] == indicator.id].sort_index()
    addresses = dict(catalogue.dataset_links(indicator))
    rows: list[list[Cell]] = []
    for one in own.itertuples():
        codes = [code.strip() for code in str(one.dataset).split(",")]
        rows.append(
            [
                Links([(code, addresses.get(code, "")) for code in codes]),
                str(one.dimensions).replace(";", "; ") or "–",
                str(one.unit),
                str(one.derived) or say("Som publisert"),
            ]
        )
    if not rows:
        asked = "; ".join(f"{k}={v}" for k, v in indicator.filter.items()) or "–"
        rows = [[Links(list(addresses.items())), asked, "–", indicator.derivation or say("Som publisert")]]
    unseen = {name for code in addresses if (known := catalogue.datasets.get(code)) for name in known.unverified}
    columns = [Column(say("Datasett")), Column(say("Filter hos utgiver")), Column(say("Enhet hos utgiver"))]
    columns.append(Column(say("Utregning")))
    context.page.html(
        heading(say("Serier"))
        + table(columns, rows, say.count("{n} serie fra utgiveren", "{n} serier fra utgiveren", len(rows)))
        + (
            paragraph(
                say(
                    "Ikke bekreftet i tabellen ennå: {names}. "
                    "En henting sjekker det mot tabellens egen beskrivelse først.",
                    names=say.listing(sorted(unseen)),
                ),
                "note",
            )
            if unseen
            else ""
        )
    )
