"""Plain text and Markdown: lines that are paragraphs, cells or rows."""
