"""From the words around a figure to the cell that it speaks of."""
