from benchmarks.report import Section, at_least, at_most, report


def test_a_target_is_met_at_its_limit_and_missed_beyond():
    assert at_most("x", 8.0, 8).met
    assert not at_most("x", 8.1, 8).met
    assert at_least("x", 1.1, 1.1).met
    assert not at_least("x", float("nan"), 1.1).met


def test_a_report_keeps_what_was_not_measured_anew():
    first = report([Section("Clicks", "How.", "| a |", [at_most("a", 1, 2)]), Section("Readers", "So.", "| b |", ())])
    second = report([Section("Clicks", "How.", "| c |", [at_most("a", 3, 2)])], first)
    assert "| b |" in second
    assert "| c |" in second
    assert "| a | 1.00 |" not in second
    assert "**missed**" in second
    assert second.count("## Clicks") == 1
    assert second.count("# Performance") == 1
