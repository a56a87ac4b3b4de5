"""A coalition at work: decisions, questions to members and their input, measured goals, profile steps."""

import sqlalchemy as sa
from alembic import op

revision = "0005_coalition_work"
down_revision = "0004_people"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the tables and adds the columns, empty where they hold lists."""
    op.add_column("coalition", sa.Column("capacity", sa.String(), nullable=True))
    op.add_column("coalition", sa.Column("working_languages", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("coalition", sa.Column("avoids", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("need", sa.Column("figure", sa.String(), nullable=True))
    op.add_column("goal", sa.Column("unit", sa.String(), nullable=True))
    op.add_column("goal", sa.Column("baseline", sa.Float(), nullable=True))
    op.add_column("goal", sa.Column("target", sa.Float(), nullable=True))
    op.add_column("goal", sa.Column("due", sa.Date(), nullable=True))
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("removed_by", sa.String(), nullable=True),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_comment_call_id"), "comment", ["call_id"], unique=False)
    op.create_index(op.f("ix_comment_coalition_id"), "comment", ["coalition_id"], unique=False)
    op.create_table(
        "goal_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("goal_slug", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "goal_slug", "day"),
    )
    op.create_index(op.f("ix_goal_value_coalition_id"), "goal_value", ["coalition_id"], unique=False)
    op.create_table(
        "member_input",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("figure", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("member_slug", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("became", sa.String(), nullable=True),
        sa.Column("word", sa.String(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_member_input_coalition_id"), "member_input", ["coalition_id"], unique=False)
    op.create_table(
        "member_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("member_slug", sa.String(), nullable=False),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "call_id", "member_slug", "fact"),
    )
    op.create_index(op.f("ix_member_question_call_id"), "member_question", ["call_id"], unique=False)
    op.create_index(
        op.f("ix_member_question_coalition_id"), "member_question", ["coalition_id"], unique=False
    )
    op.create_table(
        "member_task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("member_slug", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("benefit", sa.String(), nullable=True),
        sa.Column("request", sa.String(), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("correction", sa.String(), nullable=True),
        sa.Column("said_role", sa.String(), nullable=True),
        sa.Column("said_hours", sa.Integer(), nullable=True),
        sa.Column("said_benefit", sa.String(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "call_id", "member_slug"),
    )
    op.create_index(op.f("ix_member_task_call_id"), "member_task", ["call_id"], unique=False)
    op.create_index(op.f("ix_member_task_coalition_id"), "member_task", ["coalition_id"], unique=False)
    op.create_table(
        "mute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "kind", "value"),
    )
    op.create_index(op.f("ix_mute_coalition_id"), "mute", ["coalition_id"], unique=False)
    op.create_table(
        "profile_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "step"),
    )
    op.create_index(op.f("ix_profile_step_coalition_id"), "profile_step", ["coalition_id"], unique=False)
    op.create_table(
        "pursuit",
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("stage", sa.String(), nullable=True),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("points", sa.Float(), nullable=True),
        sa.Column("points_of", sa.Float(), nullable=True),
        sa.Column("learnt", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("last_modified_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "call_id"),
    )
    op.create_index(op.f("ix_pursuit_call_id"), "pursuit", ["call_id"], unique=False)
    op.create_index(op.f("ix_pursuit_coalition_id"), "pursuit", ["coalition_id"], unique=False)
    op.create_table(
        "pursuit_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=True),
        sa.Column("new", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_pursuit_change_call_id"), "pursuit_change", ["call_id"], unique=False)
    op.create_index(op.f("ix_pursuit_change_coalition_id"), "pursuit_change", ["coalition_id"], unique=False)
    op.create_table(
        "weighing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coalition_id", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("member_slug", sa.String(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["coalition_id"], ["coalition.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("coalition_id", "target", "member_slug"),
    )
    op.create_index(op.f("ix_weighing_coalition_id"), "weighing", ["coalition_id"], unique=False)


def downgrade() -> None:
    """Drops what `upgrade` made."""
    op.drop_table("weighing")
    op.drop_table("pursuit_change")
    op.drop_table("pursuit")
    op.drop_table("profile_step")
    op.drop_table("mute")
    op.drop_table("member_task")
    op.drop_table("member_question")
    op.drop_table("member_input")
    op.drop_table("goal_value")
    op.drop_table("comment")
    for column in ("due", "target", "baseline", "unit"):
        op.drop_column("goal", column)
    op.drop_column("need", "figure")
    op.drop_column("coalition", "avoids")
    op.drop_column("coalition", "working_languages")
    op.drop_column("coalition", "capacity")
