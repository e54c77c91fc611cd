"""How well figures, links and relations are read, measured on labelled passages."""
