"""The pages whose clicks are timed: one of their drop-downs, and two choices in it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A page, one of its drop-downs, and two choices in it.

    Attributes:
        slug: of the page.
        option: the part of the view that the drop-down sets, as in the address.
        codes: the two choices; the page stands on the first when the clicks begin.
    """

    slug: str
    option: str
    codes: tuple[str, str]


# The directory of clusters is left out: its map is no Plotly figure, and the plain pages know no other.
CASES = (
    Case("talent", "indicator", ("unemployment_rate_15_74", "employment_rate_tertiary")),
    Case("plassering", "score", ("index", "living")),
    Case("oversikt", "peers", ("alliance", "reference")),
    Case("besokende", "beside", ("SE11", "DK01")),
    Case("klynger", "indicator", ("coe_lq_k_n", "coe_lq_c")),
    Case("region", "with", ("SE11", "DK01")),
    Case("to-tall", "whom", ("europe", "peers")),
    Case("lignende", "among", ("abroad", "capitals")),
    Case("styrker", "strict", ("usual", "stricter")),
    Case("barrierer", "audience", ("all", "talent")),
    Case("hva-skal-til", "to1", ("middle", "quarter")),
    Case("delregioner", "level", ("economic", "county")),
    Case("utvikling", "area", ("all", "population")),
    Case("strategi", "by", ("activities", "goals")),
    Case("tallene", "theme", ("all", "talent")),
    Case("metode", "indicator", ("gdp_per_inhabitant_pps", "pm25")),
    Case("kvalitet", "theme", ("all", "talent")),
)
