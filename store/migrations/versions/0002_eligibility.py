"""Eligibility: facts of members, line-ups, call documents, conditions read from calls and decided on."""

import sqlalchemy as sa
from alembic import op

from store.call_texts import texts_hash

revision = "0002_eligibility"
down_revision = "0001_first_store"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the columns, marks the texts of the calls that are there, and creates the tables."""
    op.add_column("member", sa.Column("legal_type", sa.String(), nullable=True))
    op.add_column("member", sa.Column("founded", sa.Date(), nullable=True))
    op.add_column("member", sa.Column("municipality", sa.String(), nullable=True))
    op.add_column("member", sa.Column("identifiers", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("member", sa.Column("lacks", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("member", sa.Column("may_co_fund", sa.Boolean(), nullable=True))
    op.add_column("member", sa.Column("consortium_experience", sa.Boolean(), nullable=True))
    op.add_column("call", sa.Column("texts_hash", sa.String(), nullable=False, server_default=""))
    _mark_texts()
    op.create_table(
        "line_up",
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("project", sa.JSON(), nullable=False),
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
    op.create_index(op.f("ix_line_up_call_id"), "line_up", ["call_id"], unique=False)
    op.create_table(
        "call_document",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("uploaded_by", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("reader", sa.String(), nullable=True),
        sa.Column("uploaded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("call_id", "sha256"),
    )
    op.create_index(op.f("ix_call_document_call_id"), "call_document", ["call_id"], unique=False)
    op.create_table(
        "call_read",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.PrimaryKeyConstraint("call_id"),
    )
    op.create_table(
        "call_reading",
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("condition", sa.JSON(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.ForeignKeyConstraint(["document_id"], ["call_document.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_call_reading_call_id"), "call_reading", ["call_id"], unique=False)
    op.create_index(op.f("ix_call_reading_document_id"), "call_reading", ["document_id"], unique=False)
    op.create_table(
        "call_decision",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("condition", sa.JSON(), nullable=True),
        sa.Column("quote", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("call_id", "type", "coalition_id"),
    )
    op.create_index(op.f("ix_call_decision_call_id"), "call_decision", ["call_id"], unique=False)
    op.create_index(op.f("ix_call_decision_coalition_id"), "call_decision", ["coalition_id"], unique=False)
    op.create_index(
        "uq_call_decision_for_all",
        "call_decision",
        ["call_id", "type"],
        unique=True,
        sqlite_where=sa.text("coalition_id IS NULL"),
        postgresql_where=sa.text("coalition_id IS NULL"),
    )


def _mark_texts() -> None:
    columns = ("id", "language", "description", "conditions", "texts_hash")
    call = sa.table("call", *(sa.column(name) for name in columns))
    connection = op.get_bind()
    texts = connection.execute(sa.select(*(call.c[name] for name in columns[:4]))).all()
    for key, *words in texts:
        connection.execute(call.update().where(call.c.id == key).values(texts_hash=texts_hash(*words)))


def downgrade() -> None:
    """Drops what `upgrade` made."""
    for table in ("call_decision", "call_reading", "call_read", "call_document", "line_up"):
        op.drop_table(table)
    op.drop_column("call", "texts_hash")
    for column in (
        "legal_type",
        "founded",
        "municipality",
        "identifiers",
        "lacks",
        "may_co_fund",
        "consortium_experience",
    ):
        op.drop_column("member", column)
