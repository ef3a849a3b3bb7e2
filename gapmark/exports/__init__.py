"""Other forms of the same site, one module a form.

In: the assembled site. Out: finished files. Reads nothing from the disk.
"""
