"""HTML pages: the article within the page, its paragraphs and tables."""
