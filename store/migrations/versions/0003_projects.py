"""Drafts: how members work together, what each puts in, and the project of a coalition for a call."""

import sqlalchemy as sa
from alembic import op

revision = "0003_projects"
down_revision = "0002_eligibility"
branch_labels = None
depends_on = None

LISTS = ("answers", "represents", "staff", "past_projects")


def upgrade() -> None:
    """Adds the columns, empty where they hold lists, and creates the table."""
    op.add_column("coalition", sa.Column("cooperation", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("member", sa.Column("cannot_alone", sa.String(), nullable=True))
    op.add_column("member", sa.Column("newcomer", sa.Boolean(), nullable=True))
    op.add_column("member", sa.Column("employer", sa.JSON(), nullable=True))
    for name in LISTS:
        op.add_column("member", sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "project",
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("last_modified_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "call_id"),
    )
    op.create_index(op.f("ix_project_call_id"), "project", ["call_id"], unique=False)


def downgrade() -> None:
    """Drops what `upgrade` made."""
    op.drop_table("project")
    for name in (*LISTS, "employer", "newcomer", "cannot_alone"):
        op.drop_column("member", name)
    op.drop_column("coalition", "cooperation")
