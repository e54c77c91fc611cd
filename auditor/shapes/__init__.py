"""What every file of ``lexicons/`` must look like, and the fault that is told where one looks otherwise.

``forms`` states the shapes, ``checking`` compares, ``places`` knows the line of every entry, ``faults`` words it.
"""
