"""The version of the software and of its rules, written into every claim."""

__version__ = "0.1.0"
