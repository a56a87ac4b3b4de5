"""The first store: calls and their changes, coalitions, crawl runs, vectors."""

import sqlalchemy as sa
from alembic import op

revision = "0001_first_store"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates every table."""
    op.create_table(
        "call",
        sa.Column("identifier", sa.String(), nullable=False),
        sa.Column("call_identifier", sa.String(), nullable=True),
        sa.Column("call_title", sa.String(), nullable=True),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("conditions", sa.String(), nullable=True),
        sa.Column("opening_date", sa.Date(), nullable=True),
        sa.Column("cut_offs", sa.JSON(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("continuous", sa.Boolean(), nullable=True),
        sa.Column("deadline_model", sa.String(), nullable=True),
        sa.Column("source_status", sa.String(), nullable=True),
        sa.Column("total_amount_available", sa.BigInteger(), nullable=True),
        sa.Column("budget_scope", sa.String(), nullable=True),
        sa.Column("min_award_amount", sa.BigInteger(), nullable=True),
        sa.Column("max_award_amount", sa.BigInteger(), nullable=True),
        sa.Column("estimated_award_count", sa.Integer(), nullable=True),
        sa.Column("co_financing_rate", sa.Float(), nullable=True),
        sa.Column("min_duration", sa.Integer(), nullable=True),
        sa.Column("max_duration", sa.Integer(), nullable=True),
        sa.Column("countries", sa.JSON(), nullable=True),
        sa.Column("nuts_regions", sa.JSON(), nullable=True),
        sa.Column("area", sa.JSON(), nullable=True),
        sa.Column("authority", sa.JSON(), nullable=True),
        sa.Column("specific_objectives", sa.JSON(), nullable=True),
        sa.Column("accepted_applicant_types", sa.JSON(), nullable=True),
        sa.Column("links", sa.JSON(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("doubts", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("source_url", sa.String(), nullable=False),
        sa.Column("source_status_text", sa.String(), nullable=True),
        sa.Column("raw", sa.JSON(), nullable=False),
        sa.Column("raw_hash", sa.String(), nullable=False),
        sa.Column("opens_at", sa.DateTime(), nullable=True),
        sa.Column("closes_at", sa.DateTime(), nullable=True),
        sa.Column("fetched_at", sa.DateTime(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("last_modified_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("source", "external_id"),
    )
    op.create_index("ix_call_closes_opens", "call", ["closes_at", "opens_at"], unique=False)
    op.create_index(op.f("ix_call_identifier"), "call", ["identifier"], unique=False)
    op.create_index(op.f("ix_call_programme"), "call", ["programme"], unique=False)
    op.create_index(op.f("ix_call_source"), "call", ["source"], unique=False)
    op.create_table(
        "coalition",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("nuts_regions", sa.JSON(), nullable=False),
        sa.Column("target_groups", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("last_modified_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_coalition_slug"), "coalition", ["slug"], unique=True)
    op.create_table(
        "crawl_run",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("base_url", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("inserted", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("dropped", sa.JSON(), nullable=False),
        sa.Column("field_coverage", sa.JSON(), nullable=False),
        sa.Column("retries", sa.Integer(), nullable=False),
        sa.Column("errors", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("passes", sa.Integer(), nullable=False),
        sa.Column("source_total", sa.Integer(), nullable=True),
        sa.Column("shortfall", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_crawl_run_source"), "crawl_run", ["source"], unique=False)
    op.create_table(
        "vector",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("owner", "owner_id", "engine", "kind", "position"),
    )
    op.create_index(op.f("ix_vector_owner_id"), "vector", ["owner_id"], unique=False)
    op.create_table(
        "change",
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("old", sa.JSON(), nullable=True),
        sa.Column("new", sa.JSON(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["call_id"],
            ["call.id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["crawl_run.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_change_call_id"), "change", ["call_id"], unique=False)
    op.create_index(op.f("ix_change_changed_at"), "change", ["changed_at"], unique=False)
    op.create_table(
        "goal",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["coalition_id"],
            ["coalition.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "slug"),
    )
    op.create_index(op.f("ix_goal_coalition_id"), "goal", ["coalition_id"], unique=False)
    op.create_table(
        "member",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("actor_type", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("nuts_region", sa.String(), nullable=True),
        sa.Column("role_wish", sa.String(), nullable=True),
        sa.Column("capacities", sa.JSON(), nullable=False),
        sa.Column("expertise", sa.String(), nullable=True),
        sa.Column("contribution", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["coalition_id"],
            ["coalition.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "slug"),
    )
    op.create_index(op.f("ix_member_coalition_id"), "member", ["coalition_id"], unique=False)
    op.create_table(
        "need",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("nuts_region", sa.String(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["coalition_id"],
            ["coalition.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "slug"),
    )
    op.create_index(op.f("ix_need_coalition_id"), "need", ["coalition_id"], unique=False)


def downgrade() -> None:
    """Drops every table."""
    op.drop_table("need")
    op.drop_table("member")
    op.drop_table("goal")
    op.drop_table("change")
    op.drop_table("vector")
    op.drop_table("crawl_run")
    op.drop_table("coalition")
    op.drop_table("call")
