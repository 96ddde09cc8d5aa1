"""Broken folders: name → files, place of the fault, words of the message."""
