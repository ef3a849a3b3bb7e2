"""Other forms of the same site: tables, citation files."""
