"""A package, so that helpers are imported by one name: ``from tests.families import ...``."""
