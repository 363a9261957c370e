"""The web server around the pages: routes, middleware and what happens at start."""
