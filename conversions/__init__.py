"""Model families, one a file, named by Hugging Face's ``model_type``.

The package is ``vlm_lens_native.conversions``: the directory stands at the top of the repository so that the families
are easy to find, and a link brings it into the package.
"""

if __name__ == "conversions":
    raise ImportError("import vlm_lens_native.conversions")
