"""Compares the published words with the source's.

In: an `Edition`, the editor's reasons and supplied words. Out: a `Record`: every change with its reason, and the
addresses of the text. Knows nothing of facts, of the pages of the site, of the disk.
"""
