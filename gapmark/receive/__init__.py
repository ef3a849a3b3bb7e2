"""Import: from a source text to the pages an editor starts with.

In: a file and a project. Out: pages and settings in content/. Overwrites no page that an editor has touched.
"""
