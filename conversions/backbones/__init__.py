"""Text backbones, one a file, named by Hugging Face's ``model_type`` of the text config."""
