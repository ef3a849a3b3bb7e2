"""The published words against the source's.

In: an `Edition`, the editor's reasons and supplied words. Out: a `Record`: every change with its reason, addresses,
and a `Witness` that finds quotations in it. Knows nothing of facts, pages of the site, the disk.
"""
