"""Checks whether a published site, or a bag of one, is still whole and true to its source, whoever made it.

In: the bytes of a site's files. Out: what does not hold, or the counts of what does. It reads what a reader has, the
finished files, and knows nothing of content/, templates or how a site is made, but where the words of a page stand.
"""
