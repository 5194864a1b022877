"""The memory: models, repositories, unit of work, cipher, embedded server, migrations."""
