"""What templates see: the record of the site, its pages as trees, its lists, its metadata.

In: the record and the statements. Out: the finished files. Reads nothing from the disk.
"""
