"""The knowledge engine: documents in; passages, cited answers and verdicts out."""

import os

# onnxruntime 1.32 reports to its maker from the moment it is imported; nothing leaves this machine unless it is asked to.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
