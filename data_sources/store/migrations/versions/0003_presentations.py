"""Presentations, and where each one that is being shown stands.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "presentation",
        sa.Column("code", sa.String(10), primary_key=True, comment="random; whoever has it may look"),
        sa.Column("edit_digest", sa.String(64), nullable=False, comment="of the secret that edits, SHA-256"),
        sa.Column("document", sa.Text, nullable=False, comment="steps and words, JSON"),
        sa.Column("revision", sa.Integer, nullable=False, comment="1, 2, 3 …"),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False, comment="when it was made, UTC"),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False, comment="when it was last kept, UTC"),
    )
    op.create_table(
        "room",
        sa.Column("code", sa.String(10), sa.ForeignKey("presentation.code"), primary_key=True),
        sa.Column("steer_digest", sa.String(64), nullable=False, comment="of the secret that steers, SHA-256"),
        sa.Column("step", sa.String(16), nullable=False, comment="id of the step that is shown"),
        sa.Column("dark", sa.Boolean, nullable=False, comment="whether the screen is blacked out"),
        sa.Column("moves", sa.Integer, nullable=False, comment="how often it was steered"),
        sa.Column("seen", sa.Integer, nullable=False, comment="when the presenter was last there, seconds since 1970"),
    )


def downgrade() -> None:
    op.drop_table("room")
    op.drop_table("presentation")
