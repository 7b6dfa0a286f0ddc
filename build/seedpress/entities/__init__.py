"""Entities: recognise names in one article, resolve them over the corpus, obey the editor."""

from seedpress.entities.authority import load_authority
from seedpress.entities.recognise import recognise
from seedpress.entities.resolve import resolve

__all__ = ["load_authority", "recognise", "resolve"]
