"""Targets for atheris; `make fuzz` runs them. They are no tests: pytest does not collect them."""
