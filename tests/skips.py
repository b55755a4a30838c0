"""The skips that are allowed, each with its reason; in CI any other skip fails the run."""

ALLOWED = {
    "../shared/data is not on this machine": (
        "real documents of other people are test input that a user's machine does not have; our own documents cover the same code"
    ),
    "the shared files are not beside this checkout": "the same, for the whole module",
    "LibreOffice is not on this machine": (
        "another program that opens what we fill in; the same files are read back by our own reader and by openpyxl"
    ),
    "there is no reading without Landlock on this kernel": "the confinement's file rules need a kernel that has them",
}
