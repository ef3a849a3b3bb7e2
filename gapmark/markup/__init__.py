"""HTML and XML as trees and text. Knows nothing of Markdown, of the source or of a site."""
