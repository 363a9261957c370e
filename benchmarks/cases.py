"""The pages whose clicks are timed: one of their drop-downs, and two choices in it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A page, one of its drop-downs, and two choices in it.

    Attributes:
        slug: of the page.
        option: the part of the view that the drop-down sets, as in the address.
        label: of the drop-down.
        codes: the two choices; the page stands on the first when the clicks begin.
    """

    slug: str
    option: str
    label: str
    codes: tuple[str, str]


# The directory of clusters is left out: its map is no Plotly figure, and the plain pages know no other.
CASES = (
    Case("talent", "indicator", "Indikator", ("unemployment_rate_15_74", "employment_rate_tertiary")),
    Case("plassering", "score", "Poeng for", ("index", "living")),
    Case("oversikt", "peers", "Sammenlign med", ("alliance", "reference")),
    Case("besokende", "beside", "Sett ved siden av", ("SE11", "DK01")),
    Case("klynger", "indicator", "Indikator", ("coe_lq_k_n", "coe_lq_c")),
    Case("region", "with", "Sett ved siden av", ("SE11", "DK01")),
    Case("to-tall", "whom", "Blant", ("europe", "peers")),
    Case("lignende", "among", "Let blant", ("abroad", "capitals")),
    Case("styrker", "strict", "Krav", ("usual", "stricter")),
    Case("barrierer", "audience", "Viktig for", ("all", "talent")),
    Case("hva-skal-til", "to1", "Mål", ("middle", "quarter")),
    Case("delregioner", "level", "Del inn etter", ("economic", "county")),
    Case("utvikling", "area", "Område", ("all", "population")),
    Case("strategi", "by", "Ordnet etter", ("activities", "goals")),
    Case("tallene", "theme", "Tema", ("all", "talent")),
    Case("metode", "indicator", "Følg dette tallet", ("gdp_per_inhabitant_pps", "pm25")),
    Case("kvalitet", "theme", "Tema", ("all", "talent")),
)
