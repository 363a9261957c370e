"""Tables of the store. A figure is never overwritten: a revision closes its row and adds another."""

from sqlalchemy import Boolean, Column, DateTime, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

release = Table(
    "release",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="1, 2, 3 …"),
    Column("created", DateTime(timezone=True), nullable=False, comment="when it was made, UTC"),
    Column("summary", Text, nullable=False, comment="what is new in it, JSON"),
)

series = Table(
    "series",
    metadata,
    Column("id", String(96), primary_key=True),
    Column("indicator", String(80), nullable=False, index=True),
    Column("publisher", String(40), nullable=False),
    Column("dataset", String(120), nullable=False),
    Column("dimensions", Text, nullable=False, comment="the publisher's filter, key=value;…"),
    Column("unit", String(60), nullable=False, comment="as published"),
    Column("derived", Text, nullable=False, comment="formula where computed from published figures, else empty"),
    Column("origin", Text, nullable=False, comment="ids of extracts, joined by +"),
)

observation = Table(
    "observation",
    metadata,
    Column("series_id", String(96), ForeignKey("series.id"), primary_key=True),
    Column("region", String(12), primary_key=True),
    Column("period", String(7), primary_key=True),
    Column("valid_from", Integer, ForeignKey("release.id"), primary_key=True, comment="first release that holds it"),
    Column("valid_to", Integer, nullable=True, comment="first release that no longer holds it; null while current"),
    Column("value", Float(53), nullable=False),
    Column("flag", String(12), nullable=False),
    Index("observation_current", "valid_to"),
    sqlite_with_rowid=False,
)

short_link = Table(
    "short_link",
    metadata,
    Column("code", String(10), primary_key=True, comment="random"),
    Column("digest", String(64), nullable=False, unique=True, comment="of the address, SHA-256"),
    Column("address", Text, nullable=False, comment="path, query and figure of a view"),
    Column("created", DateTime(timezone=True), nullable=False, comment="when it was made, UTC"),
)

presentation = Table(
    "presentation",
    metadata,
    Column("code", String(10), primary_key=True, comment="random; whoever has it may look"),
    Column("edit_digest", String(64), nullable=False, comment="of the secret that edits, SHA-256"),
    Column("document", Text, nullable=False, comment="steps and words, JSON"),
    Column("revision", Integer, nullable=False, comment="1, 2, 3 …"),
    Column("created", DateTime(timezone=True), nullable=False, comment="when it was made, UTC"),
    Column("changed", DateTime(timezone=True), nullable=False, comment="when it was last kept, UTC"),
)

room = Table(
    "room",
    metadata,
    Column("code", String(10), ForeignKey("presentation.code"), primary_key=True),
    Column("steer_digest", String(64), nullable=False, comment="of the secret that steers, SHA-256"),
    Column("step", String(16), nullable=False, comment="id of the step that is shown"),
    Column("dark", Boolean, nullable=False, comment="whether the screen is blacked out"),
    Column("moves", Integer, nullable=False, comment="how often it was steered"),
    Column("seen", Integer, nullable=False, comment="when the presenter was last there, seconds since 1970"),
)
