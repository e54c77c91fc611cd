"""From the printed tables to cells by address, for both formats and for flattened text."""
