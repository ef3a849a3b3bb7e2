"""A page of Markdown and its tree; the tags of a page of HTML, and such HTML as XHTML.

In: a manuscript and the document's gaps. Out: an `Edition`: trees with their gaps and figures found. Knows nothing of
comparing, of the site, of the disk.
"""
