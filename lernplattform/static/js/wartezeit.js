/* Says "Einen Moment …" when an answer takes longer than a second, and sends nothing twice. */
(() => {
  "use strict";
  const VERZUG = 1000;
  const HOECHSTENS = 30000; // an answer that is saved as a file leaves the page as it is
  const DATEI = /\.(pdf|csv|ics|xlsx|zip|svg)$/i;
  const unterwegs = new Set();
  let anzeigen = 0;
  let aufgeben = 0;

  function zeige() {
    const anzeige = document.getElementById("wartezeit");
    if (anzeige) anzeige.textContent = anzeige.dataset.satz;
  }

  function beginne(formular, knopf) {
    if (formular?.method === "post") {
      unterwegs.add(formular);
      formular.setAttribute("aria-busy", "true");
      knopf?.setAttribute("aria-disabled", "true");
    }
    clearTimeout(anzeigen);
    clearTimeout(aufgeben);
    anzeigen = setTimeout(zeige, VERZUG);
    aufgeben = setTimeout(beende, HOECHSTENS);
  }

  function beende() {
    clearTimeout(anzeigen);
    clearTimeout(aufgeben);
    for (const formular of unterwegs) {
      formular.removeAttribute("aria-busy");
      formular.querySelectorAll("[aria-disabled]").forEach((k) => k.removeAttribute("aria-disabled"));
    }
    unterwegs.clear();
    document.getElementById("wartezeit")?.replaceChildren();
  }

  function fuehrtWeg(ereignis, verweis) {
    const neuesFenster = ereignis.button || ereignis.ctrlKey || ereignis.metaKey || ereignis.shiftKey;
    const ziel = new URL(verweis.href, location.href);
    const hier = ziel.hash && ziel.href.split("#")[0] === location.href.split("#")[0];
    return !neuesFenster && !hier && ziel.origin === location.origin && !DATEI.test(ziel.pathname)
      && !verweis.hasAttribute("download") && ["", "_self"].includes(verweis.target);
  }

  document.addEventListener("submit", (ereignis) => {
    if (!unterwegs.has(ereignis.target)) return;
    ereignis.preventDefault();
    ereignis.stopImmediatePropagation();
  }, true);
  /* Others may still hold the form back: look after they had their say. */
  document.addEventListener("submit", (ereignis) => {
    const { target, submitter } = ereignis;
    setTimeout(() => ereignis.defaultPrevented || beginne(target, submitter));
  });
  document.addEventListener("click", (ereignis) => {
    const verweis = ereignis.target.closest?.("a[href]");
    if (!verweis || !fuehrtWeg(ereignis, verweis)) return;
    setTimeout(() => ereignis.defaultPrevented || beginne(null));
  });
  document.addEventListener("htmx:before:request", (ereignis) => {
    const { sourceElement, request } = ereignis.detail.ctx;
    beginne(sourceElement.matches("form") ? sourceElement : null, request.submitter);
  });
  document.addEventListener("htmx:finally:request", beende);
  document.addEventListener("lp:nicht-gesendet", beende);
  addEventListener("pageshow", beende);
})();
