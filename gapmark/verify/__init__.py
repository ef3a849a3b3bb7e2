"""Checks whether a published site, or a bag of one, is still whole and true to its source, whoever made it.

In: the bytes of a site's files, or of a bag's. Out: what does not hold, or the counts of what does. The checks of a
site read what a reader has, the finished files; `remaking` makes the site of a bag again from what the bag holds.
"""
