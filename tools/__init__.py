"""Tools of the project: the lock."""
