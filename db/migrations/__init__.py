"""The schema as steps; run from Python by `db.migrations.run`."""
