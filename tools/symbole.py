"""Draw the pictures of the installed app from static/bilder/zeichen.svg, with Chromium.

Run `.venv/bin/python tools/symbole.py` after the mark has changed, and commit what it wrote.
"""

import re
import sys
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(WURZEL))

from tests.browser.chromium import chromium  # noqa: E402 - the path comes first

BILDER = WURZEL / "lernplattform" / "static" / "bilder"
# Name, pixels, and whether the system cuts its own shape: then the ground fills all and the mark
# keeps to the inner circle of 80 %. iOS rounds by itself, too, and paints transparency black.
SYMBOLE = (
    ("symbol-180.png", 180, True),
    ("symbol-192.png", 192, False),
    ("symbol-512.png", 512, False),
    ("symbol-maskierbar-512.png", 512, True),
)


def zeichne(svg: str, pixel: int, *, maskierbar: bool) -> bytes:
    if maskierbar:
        svg = re.sub(r' rx="[\d.]+"', "", svg, count=1).replace("0 0 32 32", "-3 -3 38 38")
        svg = re.sub(
            r"<rect [^>]*?/>", '<rect x="-3" y="-3" width="38" height="38" fill="#2044aa"/>', svg
        )
    svg = re.sub(r'width="\d+" height="\d+">', f'width="{pixel}" height="{pixel}">', svg, count=1)
    with chromium() as browser:
        seite = browser.new_page(viewport={"width": pixel, "height": pixel})
        seite.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{svg}")
        return seite.screenshot(omit_background=True)


def main() -> None:
    svg = (BILDER / "zeichen.svg").read_text(encoding="utf-8")
    for name, pixel, maskierbar in SYMBOLE:
        (BILDER / name).write_bytes(zeichne(svg, pixel, maskierbar=maskierbar))
        print(name)


if __name__ == "__main__":
    main()
