"""Pictures made by the server: cards that typst sets, from the rows of an exhibit."""
