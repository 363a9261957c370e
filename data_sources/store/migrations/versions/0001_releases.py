"""Releases, series and observations.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "release",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False, comment="1, 2, 3 …"),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False, comment="when it was made, UTC"),
        sa.Column("summary", sa.Text, nullable=False, comment="what is new in it, JSON"),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.String(96), primary_key=True),
        sa.Column("indicator", sa.String(80), nullable=False, index=True),
        sa.Column("publisher", sa.String(40), nullable=False),
        sa.Column("dataset", sa.String(120), nullable=False),
        sa.Column("dimensions", sa.Text, nullable=False, comment="the publisher's filter, key=value;…"),
        sa.Column("unit", sa.String(60), nullable=False, comment="as published"),
        sa.Column(
            "derived", sa.Text, nullable=False, comment="formula where computed from published figures, else empty"
        ),
        sa.Column("origin", sa.Text, nullable=False, comment="ids of extracts, joined by +"),
    )
    op.create_table(
        "observation",
        sa.Column("series_id", sa.String(96), sa.ForeignKey("series.id"), primary_key=True),
        sa.Column("region", sa.String(12), primary_key=True),
        sa.Column("period", sa.String(7), primary_key=True),
        sa.Column(
            "valid_from",
            sa.Integer,
            sa.ForeignKey("release.id"),
            primary_key=True,
            comment="first release that holds it",
        ),
        sa.Column(
            "valid_to", sa.Integer, nullable=True, comment="first release that no longer holds it; null while current"
        ),
        sa.Column("value", sa.Float(53), nullable=False),
        sa.Column("flag", sa.String(12), nullable=False),
        sa.Index("observation_current", "valid_to"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("observation", "series", "release"):
        op.drop_table(table)
