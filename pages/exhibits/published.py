"""Which indicators can be fetched as files, with what a catalogue of data sets says of each."""

from components.export.published import Published
from models.keeping import kept
from pages.choices import shown_indicators
from pages.known import releases


@kept(2, key=lambda release: release)
def published(release: int) -> dict[str, Published]:
    """The indicators with figures by European region, by id, in the order of the themes.

    Args:
        release: of the figures.

    Raises:
        DataError: the store cannot be read.
    """
    catalogue, figures = releases.catalogue_of(release), releases.figures(release)
    made = next(one.created for one in releases.history() if one.id == release)
    found = {}
    for theme in catalogue.themes.values():
        for name in shown_indicators(catalogue, figures, theme.id):
            indicator, rows = catalogue.indicators[name], figures.indicator(name)
            years = sorted({int(str(period)[:4]) for period in rows["period"].unique()})
            found[name] = Published(
                indicator,
                catalogue.publisher_of(indicator.publisher),
                tuple(dict.fromkeys(address for _, address in catalogue.dataset_links(indicator))),
                theme.slug,
                (years[0], years[-1]),
                int(rows["region"].nunique()),
                made,
            )
    return found
