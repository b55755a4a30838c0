"""The child process that recognises the text of one grey picture (PGM) on standard input."""

import os
import sys
from pathlib import Path

from knowledge.confinement import confine
from knowledge.wire import RecognisedLine, encode


def main(engine: str, memory: str, cpu_seconds: str, program: str, tessdata: str, languages: str, _secret: str) -> None:
    """Turn into tesseract, or run the shipped models; either way confined before the picture is looked at."""
    if engine == "tesseract":
        _become_tesseract(int(memory), int(cpu_seconds), Path(program), tessdata, languages)
    else:
        _run_models(int(memory), int(cpu_seconds))


def _become_tesseract(memory: int, cpu_seconds: int, program: Path, tessdata: str, languages: str) -> None:
    loaders = [path.resolve() for path in map(Path, _LOADERS) if path.exists()]
    confine(memory, cpu_seconds, (program.resolve(), *loaders), (Path(tessdata),))
    mode = "1" if (Path(tessdata) / "osd.traineddata").exists() else "3"
    arguments = ["stdin", "stdout", "--tessdata-dir", tessdata, "-l", languages, "--psm", mode, "tsv"]
    os.execve(program, [str(program), *arguments], {"LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"})  # noqa: S606


_LOADERS = (
    "/lib64/ld-linux-x86-64.so.2",
    "/lib/ld-linux-aarch64.so.1",
    "/lib/ld-musl-x86_64.so.1",
    "/lib/ld-musl-aarch64.so.1",
)


def _run_models(memory: int, cpu_seconds: int) -> None:
    """Read with the shipped models; they are loaded before confinement, the picture is looked at after it."""
    from io import BytesIO

    import numpy as np
    from PIL import Image, PpmImagePlugin  # noqa: F401 - loaded before its folders can no longer be listed
    from rapidocr import RapidOCR
    from rapidocr.utils.output import RapidOCROutput

    one_thread = {
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    read = RapidOCR(params={"Global.log_level": "critical", **one_thread})
    confine(memory, cpu_seconds)
    with Image.open(BytesIO(sys.stdin.buffer.read()), formats=("PPM",)) as picture:
        pixels = np.asarray(picture.convert("RGB"))
    found = read(pixels)
    if not isinstance(found, RapidOCROutput) or found.boxes is None or found.txts is None or found.scores is None:
        return
    for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        (left, top), (right, bottom) = box.min(axis=0), box.max(axis=0)
        line = RecognisedLine(str(text), float(left), float(top), float(right), float(bottom), float(score))
        sys.stdout.buffer.write(encode(line) + b"\n")
    sys.stdout.buffer.flush()
