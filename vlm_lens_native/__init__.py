"""Look inside vision-language models: one native decoder, every activation hooked, Hugging Face's numbers."""

__version__ = "0.1.0"
