"""The pages: what templates see, rendering, and checks of the finished bytes.

In: the record and the statements. Out: the finished files. Reads nothing from the disk.
"""
