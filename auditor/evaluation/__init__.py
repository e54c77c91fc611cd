"""How well reports are read, measured on labelled passages and on faults planted in sound reports."""
