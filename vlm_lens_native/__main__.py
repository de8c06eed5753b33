"""``python -m vlm_lens_native``: the command line."""

import sys

from vlm_lens_native.cli import main

sys.exit(main())
