"""An XLIFF file through a translator's tool and back: nothing is lost on the way.

    pip install translate-toolkit
    python tests/xliff_toolkit.py [PROGRAM]

Takes a copy of the example site, exports each of its documents with the program (target/debug/canllaw
unless another is named), loads and stores each file with the Translate Toolkit, imports what came out,
and holds the draft against the text that was exported. Where XLIFF_SCHEMA names the standard's schema
(xliff-core-1.2-strict.xsd), each file is held against it too, before and after.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from lxml import etree
from translate.storage import xliff

HERE = pathlib.Path(__file__).resolve().parent.parent
DAY = "2026-11-23"


def plain(text):
    """Front matter comes back in quotes, whether it had some or not."""
    return re.sub(r'^(title|summary): "(.*)"$', r"\1: \2", text, flags=re.MULTILINE)


def validate(path):
    """Holds a file against the schema, where there is one."""
    schema = os.environ.get("XLIFF_SCHEMA")
    if schema:
        etree.XMLSchema(etree.parse(schema)).assertValid(etree.parse(str(path)))


def through_toolkit(path):
    """Loads and stores a file as the toolkit's own programs do; how many of its units it knows."""
    store = xliff.xlifffile.parsefile(str(path))
    units = [unit for unit in store.units if unit.istranslatable()]
    if not all(unit.source is not None for unit in units):
        raise SystemExit(f"{path}: a unit has no source")
    for unit in units:
        unit.addnote("Seen by the toolkit.", origin="translator")
        unit.markapproved(unit.istranslated())
    store.savefile(str(path))
    return len(units)


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else HERE / "target/debug/canllaw"
    lost = []
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        site.mkdir()
        shutil.copytree(HERE / "content", site / "content")
        shutil.copy(HERE / "site.yaml", site)
        for version in sorted(site.glob("content/*/*/[0-9]*")):
            document = version.parent.relative_to(site / "content")
            file = pathlib.Path(folder) / "exchange.xlf"
            call = [str(program)]
            where = ["--on", DAY, "--site", str(site)]
            export = ["export", "--format", "xliff", "--output", str(file), str(document), version.name]
            subprocess.run(call + export + where, check=True)
            validate(file)
            units = through_toolkit(file)
            validate(file)
            subprocess.run(call + ["import", str(file), "--as", str(document)] + where, check=True)
            draft = version.parent / "draft"
            for name in ["en.md", "cy.md"]:
                if plain((draft / name).read_text()) != plain((version / name).read_text()):
                    lost.append(f"{document}/{version.name}/{name}")
            shutil.rmtree(draft)
            print(f"{document}/{version.name}: {units} units")
    print("Nothing was lost." if not lost else f"Changed on the way: {lost}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
