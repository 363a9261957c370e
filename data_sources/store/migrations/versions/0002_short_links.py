"""Short links to views.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "short_link",
        sa.Column("code", sa.String(10), primary_key=True, comment="random"),
        sa.Column("digest", sa.String(64), nullable=False, unique=True, comment="of the address, SHA-256"),
        sa.Column("address", sa.Text, nullable=False, comment="path, query and figure of a view"),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False, comment="when it was made, UTC"),
    )


def downgrade() -> None:
    op.drop_table("short_link")
