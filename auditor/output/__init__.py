"""An audit for a reader: the terminal, JSON, and one self-contained page."""
