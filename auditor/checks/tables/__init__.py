"""Table rules: the arithmetic of each printed table and between them (T)."""
