"""The steps that a reader may choose."""

from models.advantages import BASE, STEPS, assess, comparable_sets, is_money, real_gap

FIRM = ("strength", "weakness")


def test_the_usual_step_is_the_base():
    assert list(STEPS) == ["looser", "usual", "stricter"]
    assert STEPS["usual"] is BASE


def test_each_step_up_asks_for_more():
    looser, usual, stricter = STEPS.values()
    for name in ("strength", "tendency", "agreement"):
        assert getattr(looser, name) < getattr(usual, name) < getattr(stricter, name)


def test_a_stricter_step_never_finds_more_than_a_looser_one(figures, catalogue):
    sets = comparable_sets(catalogue, "NO08")
    firm = {
        step: {
            a.indicator.id for a in assess(figures, catalogue, "NO08", sets, thresholds=t).all if a.call.kind in FIRM
        }
        for step, t in STEPS.items()
    }
    assert firm["stricter"] <= firm["usual"] <= firm["looser"]
    assert len(firm["stricter"]) < len(firm["looser"])


def test_agreement_is_counted_over_the_scenarios_that_could_be_computed(figures, catalogue):
    for one in assess(figures, catalogue, "NO08", comparable_sets(catalogue, "NO08")).all:
        same, every = one.agreement
        assert every == sum(s.z is not None for s in one.scenarios)
        assert same == sum(s.z * one.call.side >= BASE.sign for s in one.scenarios if s.z is not None and one.call.side)
        for reason in one.call.reasons:
            if reason.code == "agreement":
                assert (reason.n, reason.of) == (same, every)


def test_money_is_told_from_people(figures, catalogue):
    def gap_of(name):
        indicator = catalogue.indicators[name]
        return real_gap(figures, catalogue, indicator, "NO08", indicator.score.periods[-1], -1.0)

    assert is_money(catalogue, gap_of("gerd_pct_gdp"))
    assert not is_money(catalogue, gap_of("high_tech_employment"))
    assert not is_money(catalogue, gap_of("nights_foreign_per_1000"))
