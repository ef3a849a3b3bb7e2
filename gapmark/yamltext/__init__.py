"""YAML that knows the line of every value. In: a file's text and a `Field` that says what it may hold. Out: values
with their places, and problems. Also writes YAML for an editor. Knows no file and no site."""
