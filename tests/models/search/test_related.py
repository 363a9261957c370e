from models.search.related import related


def names(catalogue, indicator, limit=6):
    return [i.id for i in related(catalogue, indicator, limit)]


def test_those_of_the_same_weight_group_come_first(catalogue):
    for one in catalogue.scored:
        mates = [i.id for i in catalogue.scored if i.score.group == one.score.group and i.id != one.id]
        assert names(catalogue, one.id)[: len(mates)] == mates


def test_an_indicator_is_not_its_own_relative_and_none_stands_twice(catalogue):
    for one in catalogue.indicators.values():
        found = names(catalogue, one.id)
        assert one.id not in found
        assert len(set(found)) == len(found) <= 6
        assert all(catalogue.indicators[name].role != "series" for name in found)


def test_unemployment_leads_to_other_unemployment(catalogue):
    found = names(catalogue, "unemployment_rate_15_74")
    assert {"unemployment_rate_15plus", "youth_unemployment_15_24", "youth_unemployment_15_29"} <= set(found)
