"""Older and other formats of office programs (DOC, WPS, RTF, ODT), read through LibreOffice where it is installed."""
