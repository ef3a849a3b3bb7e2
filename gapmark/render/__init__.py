"""Finished pages. In: the assembled site and the templates. Out: the bytes of each page, and checks of them.
The only room that knows Jinja."""
