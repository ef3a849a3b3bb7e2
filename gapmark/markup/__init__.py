"""HTML, XML and drawings in SVG: trees, text, what is safe. Knows nothing of Markdown, of the source or of a site."""
