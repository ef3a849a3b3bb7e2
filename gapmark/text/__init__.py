"""A page of Markdown and its tree, with the gaps, links and images on it.

In: a manuscript and the document's gaps. Out: an `Edition`: trees with their gaps and figures found. Knows nothing of
comparing, of the site, of the disk.
"""
