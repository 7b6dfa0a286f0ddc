"""seedpress turns a folder of messy articles into a clean, cross-linked, searchable website."""

__version__ = "0.1.0"
