"""The store: releases of figures in a database, through SQLAlchemy."""
