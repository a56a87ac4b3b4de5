"""Alembic's entry: runs the steps on the connection it is handed."""

from alembic import context
from sqlmodel import SQLModel

import store.models  # noqa: F401  (fills the metadata)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
