"""`serve`: the site made in memory, shown to the editor's own browser, and made again at each save.

In: a project's folder and a port. Out: pages on this computer alone. Writes nothing itself, knows the pipeline only as
any other command does, and gives the desk what comes below the desk's own path.
"""
