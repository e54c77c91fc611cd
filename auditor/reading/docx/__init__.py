"""DOCX packages as Word and WPS write them."""
