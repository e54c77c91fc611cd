"""How the example reports are made: facts and prose in ``examples/source``, one module a format."""
