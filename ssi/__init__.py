"""`ssi`, the toolkit for shelter self-improvement. Importing it does nothing else."""

__version__ = "0.1.0"
