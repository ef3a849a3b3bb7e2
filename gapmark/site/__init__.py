"""The pages of the site, as bytes that nobody has written yet."""
