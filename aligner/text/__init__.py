"""Pure functions on strings: normalise, tokenise, stem, numbers, dates, quotations, languages, roles.

One file, one subject. Nothing here reads files, keeps state or knows about alignment.
"""
