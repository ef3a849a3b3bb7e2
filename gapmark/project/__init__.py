"""Everything that is read from the disk: settings, pages, lists, phrases, templates, static files, figures.

In: a folder. Out: records of what it holds, and safe writes. Knows only the records, the errors and YAML.
"""
