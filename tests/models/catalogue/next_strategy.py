"""A strategy made up for tests: what an analyst would write when the alliance agrees on a next one."""

NEXT = """
id = "2025-2028"
title = { nb = "Oppdiktet strategi 2025–2028", en = "Made-up strategy 2025–2028" }
valid_from = 2025-01-01
valid_to = 2028-12-31

[[goal]]
number = 13
title = { nb = "Stoppe klimaendringene", en = "Climate action" }

[[field]]
id = "open_region"
number = 1
title = { nb = "En åpen region", en = "An open region" }

[[field.activity]]
id = "2025/1.1"
title = { nb = "Gjøre det lettere å komme hit", en = "Make it easier to come here" }
continues = ["3.5", "4.3"]

[[field.activity]]
id = "2025/1.2"
title = { nb = "Renere luft i byene", en = "Cleaner air in the towns" }
indicators = ["pm25"]
"""
