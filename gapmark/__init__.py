"""gapmark turns a gap-marked source text into an honest, citable historical microsite."""

__version__ = "0.1.0"
