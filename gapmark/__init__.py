"""gapmark turns a gap-marked source text into an honest, citable historical microsite."""

__version__ = "0.1.0"
CONTENT = "content"
"""The folder of an event that an editor edits. Only this line spells its name."""
