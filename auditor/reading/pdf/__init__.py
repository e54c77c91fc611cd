"""PDF files with a text layer: glyphs and rulings become lines, paragraphs and tables."""
