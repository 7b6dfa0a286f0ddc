"""Hostile seeds: payloads as data, and what makes seeds folders of them."""
