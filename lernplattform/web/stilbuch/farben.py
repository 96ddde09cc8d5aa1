"""The colours as KERN defines them, light and dark, and how well they stand out (WCAG 2.2)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin
from pathlib import Path

from flask import current_app

from lernplattform.web.statisch import KERN

TEXT, FORM = 4.5, 3.0
OKLCH = re.compile(r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)")
Linear = tuple[float, float, float]


@dataclass(frozen=True)
class Paar:
    """A colour on a ground, as it is used; `wenigstens` is what WCAG asks for."""

    name: str
    farbe: str
    grund: str
    wenigstens: float = TEXT


@dataclass(frozen=True)
class Kontrast:
    paar: Paar
    thema: str
    farbe: str
    grund: str
    verhaeltnis: float


GRUND, FLAECHE = "layout-background-default", "layout-background-hued"
PAARE = (
    Paar("Text", "layout-text-default", GRUND),
    Paar("Text auf Fläche", "layout-text-default", FLAECHE),
    Paar("Leiser Text", "layout-text-muted", GRUND),
    Paar("Leiser Text auf Fläche", "layout-text-muted", FLAECHE),
    Paar("Blau: was man tun kann", "action-default", GRUND),
    Paar("Schrift auf Blau", "action-on-default", "action-default"),
    Paar("Fokus", "action-focus-default", GRUND, FORM),
    Paar("Grün: geschafft", "feedback-success", GRUND, FORM),
    Paar("Schrift auf Grün", "layout-text-inverse", "feedback-success"),
    Paar("Text auf hellem Grün", "layout-text-default", "feedback-success-background"),
    Paar("Rot: Gefahr, Fehler", "feedback-danger", GRUND),
    Paar("Text auf hellem Rot", "layout-text-default", "feedback-danger-background"),
    Paar("Bernstein: jemand hängt fest", "feedback-warning", GRUND, FORM),
    Paar("Text auf hellem Bernstein", "layout-text-default", "feedback-warning-background"),
)


def kontraste() -> list[tuple[Paar, tuple[Kontrast, ...]]]:
    """Each pair in light and in dark."""
    css = Path(str(current_app.static_folder), KERN)
    themen = {name: _zeichen(css, name) for name in ("light", "dark")}
    return [(paar, tuple(_kontrast(paar, name, z) for name, z in themen.items())) for paar in PAARE]


def symbole() -> list[str]:
    """The names of KERN's icons, without its sizes."""
    return _symbolnamen(Path(str(current_app.static_folder), KERN))


@lru_cache(maxsize=4)
def _symbolnamen(css: Path) -> list[str]:
    namen = re.findall(r"\.kern-icon--([\w-]+)\{-webkit-mask", css.read_text(encoding="utf-8"))
    return sorted(set(namen))


def _kontrast(paar: Paar, thema: str, zeichen: dict[str, str]) -> Kontrast:
    farbe, grund = (_linear(_aufgeloest(n, zeichen)) for n in (paar.farbe, paar.grund))
    hell, dunkel = sorted((_helligkeit(farbe), _helligkeit(grund)), reverse=True)
    verhaeltnis = (hell + 0.05) / (dunkel + 0.05)
    return Kontrast(paar, thema, _hex(farbe), _hex(grund), verhaeltnis)


@lru_cache(maxsize=4)
def _zeichen(css: Path, thema: str) -> dict[str, str]:
    """The tokens that hold under this theme; the later of two definitions counts."""
    text = css.read_text(encoding="utf-8")
    allgemein = text.split("@media (prefers-color-scheme: dark)")[0]
    eigene = text.split(f"[data-kern-theme={thema}],.kern-{thema}{{--")[1].split("}")[0]
    return dict(re.findall(r"--kern-color-([\w-]+):\s*([^;}]+)", f"{allgemein};--{eigene}"))


def _aufgeloest(name: str, zeichen: dict[str, str]) -> str:
    wert = zeichen[name]
    verweis = re.fullmatch(r"var\(--kern-color-([\w-]+)\)", wert)
    return _aufgeloest(verweis[1], zeichen) if verweis else wert


def _linear(oklch: str) -> Linear:
    """CSS Color 4: OKLCH to linear light, cut to what a screen shows."""
    treffer = OKLCH.fullmatch(oklch)
    if treffer is None:
        raise ValueError(f"not an OKLCH colour: {oklch}")
    hell, bunt, winkel = (float(zahl) for zahl in treffer.groups())
    a, b, hell = bunt * cos(radians(winkel)), bunt * sin(radians(winkel)), hell / 100
    lang = (hell + 0.3963377774 * a + 0.2158037573 * b) ** 3
    mittel = (hell - 0.1055613458 * a - 0.0638541728 * b) ** 3
    kurz = (hell - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rot = 4.0767416621 * lang - 3.3077115913 * mittel + 0.2309699292 * kurz
    gruen = -1.2684380046 * lang + 2.6097574011 * mittel - 0.3413193965 * kurz
    blau = -0.0041960863 * lang - 0.7034186147 * mittel + 1.7076147010 * kurz
    return (_grenze(rot), _grenze(gruen), _grenze(blau))


def _grenze(wert: float) -> float:
    return min(1.0, max(0.0, wert))


def _helligkeit(farbe: Linear) -> float:
    return 0.2126 * farbe[0] + 0.7152 * farbe[1] + 0.0722 * farbe[2]


def _hex(farbe: Linear) -> str:
    kanaele = (1.055 * w ** (1 / 2.4) - 0.055 if w > 0.0031308 else 12.92 * w for w in farbe)
    return "#" + "".join(f"{round(k * 255):02x}" for k in kanaele)
