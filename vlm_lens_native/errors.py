"""The exceptions of the library, all under one root.

::

    VLMLensError
    ├── LoadingError                  a checkpoint can't be read or reached
    │   ├── UnsupportedModelError     no family for this model_type (also a ValueError)
    │   ├── ConfigError               the config asks for something that is not handled (also a ValueError)
    │   └── WeightsError              missing, surplus or corrupt weights
    ├── InputError                    inputs that the model would answer wrongly (also a ValueError)
    │   ├── ImageError                something that is not an image
    │   ├── OutOfRangeError           no such layer or head (also an IndexError)
    │   └── PlaceholderMismatchError  image placeholders and pixels don't match
    ├── MissingProcessorError         a prompt is to be prepared without a processor (also a ValueError)
    ├── HookError                     a hook gave back something that can't take the activation's place
    └── HookNameError                 a name that matches no hook point (also a KeyError and a ValueError)

Every message says what was given, what was expected, and what to do.
"""


class VLMLensError(Exception):
    """Root of every error that the library raises on purpose."""


class LoadingError(VLMLensError):
    """A checkpoint can't be read or reached."""


class UnsupportedModelError(LoadingError, ValueError):
    """No family is known for the checkpoint's ``model_type``."""


class ConfigError(LoadingError, ValueError):
    """The checkpoint's config asks for something that the decoder does not do."""


class WeightsError(LoadingError):
    """Weights are missing, left over, or can't be read."""


class InputError(VLMLensError, ValueError):
    """Inputs that the model would reject, or answer without using all of them."""


class ImageError(InputError):
    """Something given as an image is not one."""


class OutOfRangeError(InputError, IndexError):
    """A layer, head or other index that is not there."""


class PlaceholderMismatchError(InputError):
    """The number of image placeholders does not match the pixels."""


class MissingProcessorError(VLMLensError, ValueError):
    """A prompt is to be prepared, but the model was loaded without a processor."""


class HookError(VLMLensError, ValueError):
    """A hook returned something that can't take the activation's place."""


class HookNameError(VLMLensError, KeyError, ValueError):
    """A name that matches no hook point of this model."""

    def __str__(self) -> str:  # KeyError would show the message in quotes, with its line breaks escaped
        return str(self.args[0]) if self.args else ""
