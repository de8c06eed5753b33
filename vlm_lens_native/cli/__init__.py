"""The command line, ``vlm-lens-native``: what the library does, without writing a program.

A command is a function over a `request.Request`; `request.command` adds the options that all commands share. Nothing
here imports torch before a command runs, so that ``--help`` answers at once.
"""

from vlm_lens_native.cli.program import main

__all__ = ["main"]
