/* The German text of a page as sentences, and the mark on the one that is being read.
   Answers the event "lp:saetze" by filling detail.saetze; "lp:satz" marks detail.satz or nothing. */
(() => {
  "use strict";
  const NAME = "lp-satz";
  const BLOCK = "p, li, h1, h2, h3, h4, dt, dd, td, th, legend, label, figcaption, blockquote, summary, div, section";
  const OHNE = "button, select, textarea, input, script, style, nav, form .lp-unten, [hidden], "
    + "[aria-hidden=true], .kern-sr-only, .lp-vorlesen, .lp-vorlesen-knopf, details:not([open]) > :not(summary)";
  const trenner = "Segmenter" in Intl ? new Intl.Segmenter("de", { granularity: "sentence" }) : null;

  const istDeutsch = (element) => (element.closest("[lang]")?.lang ?? "de").startsWith("de");

  function teile(text) {
    if (trenner) return [...trenner.segment(text)].map((s) => [s.index, s.segment]);
    return [...text.matchAll(/[^.!?…]+[.!?…“”]*\s*/g)].map((s) => [s.index, s[0]]);
  }

  /* Text nodes and pictures, together as far as they stand in the same block. */
  function bloecke(wurzel) {
    const liste = [];
    const gang = document.createTreeWalker(wurzel, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (gang.nextNode()) {
      const knoten = gang.currentNode;
      const element = knoten.nodeType === Node.TEXT_NODE ? knoten.parentElement : knoten;
      const bild = knoten !== element ? "" : knoten.getAttribute("alt");
      if ((knoten === element && !bild) || element.closest(OHNE) || !istDeutsch(element)) continue;
      if (bild) liste.push({ bild: element, text: bild });
      else ergaenze(liste, element.closest(BLOCK), knoten);
    }
    return liste;
  }

  function ergaenze(liste, block, knoten) {
    const letzter = liste.at(-1);
    if (letzter?.block !== block) liste.push({ block, text: "", knoten: [] });
    const ziel = liste.at(-1);
    ziel.knoten.push([ziel.text.length, knoten]);
    ziel.text += knoten.data;
  }

  function ort(knoten, stelle) {
    const [ab, text] = knoten.findLast(([anfang]) => anfang <= stelle);
    return [text, Math.min(stelle - ab, text.length)];
  }

  function bereich(block, von, bis) {
    const spanne = document.createRange();
    if (block.bild) spanne.selectNode(block.bild);
    else {
      spanne.setStart(...ort(block.knoten, von));
      spanne.setEnd(...ort(block.knoten, bis));
    }
    return spanne;
  }

  function sammle(ereignis) {
    const wurzeln = document.querySelectorAll(ereignis.detail.wurzel);
    for (const block of [...wurzeln].flatMap(bloecke)) {
      for (const [ab, satz] of teile(block.text)) {
        const text = satz.replace(/\s+/g, " ").trim();
        if (!/\p{L}|\p{N}/u.test(text)) continue;
        const vorne = ab + satz.length - satz.trimStart().length;
        ereignis.detail.saetze.push({ text, spanne: bereich(block, vorne, ab + satz.trimEnd().length) });
      }
    }
  }

  /* Without the Highlight API a selection marks the sentence: it changes no text either. */
  function markiere(ereignis) {
    const spanne = ereignis.detail?.spanne;
    if (!window.Highlight || !CSS.highlights) {
      getSelection().removeAllRanges();
      if (spanne) getSelection().addRange(spanne);
    } else if (spanne) CSS.highlights.set(NAME, new Highlight(spanne));
    else CSS.highlights.delete(NAME);
    if (spanne) rolleHin(spanne.getBoundingClientRect());
  }

  function rolleHin(kasten) {
    if (kasten.top >= 80 && kasten.bottom <= innerHeight - 120) return;
    const ruhig = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: kasten.top - innerHeight / 3, behavior: ruhig ? "auto" : "smooth" });
  }

  document.addEventListener("lp:saetze", sammle);
  document.addEventListener("lp:satz", markiere);
})();
