/* Confirmations as toasts: seen wherever the page stands, and gone by themselves. Errors and
   warnings stay in the page, and so does a message that got the focus after a swap. */
(() => {
  "use strict";
  const DAUER = 10000;
  const ABSTAND = 16;
  const GEHALTEN = ":hover, :focus-within";
  let zuvor = null; // what had the focus before the close button

  const region = () => document.getElementById("toasts");

  function schliesse(toast) {
    const hatteFokus = toast.contains(document.activeElement);
    toast.remove();
    if (!hatteFokus) return;
    (zuvor?.isConnected ? zuvor : document.getElementById("inhalt"))?.focus({ preventScroll: true });
  }

  /* Whoever points at it or looks elsewhere keeps it: then the time begins anew. */
  function befriste(toast) {
    let uhr = 0;
    const beginne = () => {
      clearTimeout(uhr);
      uhr = setTimeout(() => {
        if (document.hidden || toast.matches(GEHALTEN)) beginne();
        else schliesse(toast);
      }, DAUER);
    };
    toast.addEventListener("pointerleave", beginne);
    toast.addEventListener("focusout", beginne);
    beginne();
  }

  function zeige(meldung) {
    const toast = document.getElementById("toast").content.firstElementChild.cloneNode(true);
    toast.prepend(meldung);
    region().append(toast);
    befriste(toast);
  }

  function hole() {
    if (!region()) return;
    for (const meldung of document.querySelectorAll("#meldungen > .lp-hinweis-erfolg")) {
      if (!meldung.contains(document.activeElement)) zeige(meldung);
    }
    weiche();
  }

  /* What has the focus must be seen, and the button that leads on needs room: where one of them
     stands in the corner, the toasts go to the top, if the focus is not there. */
  function weiche() {
    const ort = region();
    const fokus = document.activeElement;
    if (!ort?.firstElementChild || ort.contains(fokus)) return;
    const imFokus = fokus.matches("body, main") ? [] : [fokus];
    ort.classList.remove("lp-toasts-oben");
    if (!trifft(ort, [...imFokus, ...document.querySelectorAll("main .kern-btn--primary")])) return;
    ort.classList.add("lp-toasts-oben");
    if (trifft(ort, imFokus)) ort.classList.remove("lp-toasts-oben");
  }

  function trifft(ort, elemente) {
    const b = ort.getBoundingClientRect();
    const [oben, unten] = [b.top - ABSTAND, b.bottom + ABSTAND];
    return elemente.some((element) => {
      const a = element.getBoundingClientRect();
      return a.left < b.right && b.left < a.right && a.top < unten && oben < a.bottom;
    });
  }

  document.addEventListener("click", ({ target }) => {
    const knopf = target.closest?.(".lp-toast-zu");
    if (knopf) schliesse(knopf.closest(".lp-toast"));
  });
  document.addEventListener("focusin", ({ target, relatedTarget }) => {
    if (target.matches(".lp-toast-zu") && !relatedTarget?.matches(".lp-toast-zu")) zuvor = relatedTarget;
    requestAnimationFrame(weiche);
  });
  document.addEventListener("scrollend", weiche);
  document.addEventListener("htmx:after:swap", hole);
  hole();
})();
