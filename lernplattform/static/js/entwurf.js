/* Keeps what was typed and not sent, in this tab alone and for one person alone: a session that
   ends, a lost connection or a page left by mistake must not cost the words. Passwords never. */
(() => {
  "use strict";
  const ALLE = "lp-entwurf:";
  const GESENDET = "lp-entwurf:gesendet";
  const FELDER = "main form:not([role=search]) :is(textarea, input[type=text])";
  const PAUSE = 300;
  let spaeter = 0;
  let geaendert = new Set();

  const vorlage = () => document.getElementById("entwurf");
  const praefix = () => ALLE + vorlage().dataset.person + ":";
  const stelle = (formular) => praefix() + new URL(formular.action, location.href).pathname + "#";
  const schluessel = (feld) => stelle(feld.form) + feld.name;
  const taugt = (feld) => feld.matches?.(FELDER) && feld.name && feld.autocomplete !== "off";

  function vergiss(passt) {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(ALLE) && passt(name)) sessionStorage.removeItem(name);
    }
  }

  function vergissAlles() {
    clearTimeout(spaeter);
    geaendert = new Set();
    vergiss(() => true);
  }

  function speichere() {
    clearTimeout(spaeter);
    for (const feld of vorlage() ? geaendert : []) {
      if (!feld.isConnected) continue;
      if (feld.value === feld.defaultValue) sessionStorage.removeItem(schluessel(feld));
      else sessionStorage.setItem(schluessel(feld), feld.value);
    }
    geaendert = new Set();
  }

  function stelleWiederHer() {
    for (const feld of vorlage() ? document.querySelectorAll(FELDER) : []) {
      const entwurf = taugt(feld) ? sessionStorage.getItem(schluessel(feld)) : null;
      if (entwurf === null || feld.value !== feld.defaultValue || entwurf === feld.value) continue;
      feld.value = entwurf;
      melde(feld);
    }
  }

  function melde(feld) {
    const hinweis = vorlage().content.firstElementChild.cloneNode(true);
    hinweis.querySelector("button").addEventListener("click", () => {
      sessionStorage.removeItem(schluessel(feld));
      feld.value = feld.defaultValue;
      hinweis.remove();
      feld.focus();
    });
    (feld.closest(".lp-feld") ?? feld).before(hinweis);
  }

  /* Only the page that follows tells whether what was sent has arrived. */
  function pruefeGesendetes() {
    const gesendet = sessionStorage.getItem(GESENDET);
    sessionStorage.removeItem(GESENDET);
    const [fahrt] = performance.getEntriesByType("navigation");
    const angekommen = fahrt?.type === "navigate" && (fahrt.responseStatus || 200) < 400
      && !document.querySelector(".lp-fehlersumme");
    if (gesendet && vorlage() && angekommen) vergiss((name) => name.startsWith(gesendet));
  }

  function beimSenden(ereignis) {
    const formular = ereignis.target;
    if (formular.method !== "post" || !vorlage()) return;
    if (new URL(formular.action).pathname.endsWith("/logout")) return vergissAlles();
    speichere();
    const wohin = stelle(formular);
    setTimeout(() => ereignis.defaultPrevented || sessionStorage.setItem(GESENDET, wohin));
  }

  function beimTauschen(ereignis) {
    const { request, response } = ereignis.detail.ctx;
    const beiUns = !response.raw.url.includes("/login") && response.status < 400;
    if (request.method === "POST" && beiUns && vorlage()) {
      geaendert = new Set();
      const pfad = new URL(request.action, location.href).pathname;
      vergiss((name) => name.startsWith(praefix() + pfad + "#"));
    }
  }

  document.addEventListener("input", (ereignis) => {
    if (!taugt(ereignis.target) || !vorlage()) return;
    geaendert.add(ereignis.target);
    clearTimeout(spaeter);
    spaeter = setTimeout(speichere, PAUSE);
  });
  document.addEventListener("submit", beimSenden);
  document.addEventListener("htmx:after:request", beimTauschen);
  document.addEventListener("htmx:after:swap", stelleWiederHer);
  /* Whoever flees from a page must not find on return what was half written there. */
  document.addEventListener("lp:verlassen", vergissAlles);
  document.addEventListener("lp:nicht-gesendet", () => sessionStorage.removeItem(GESENDET));
  addEventListener("pagehide", speichere);
  if (vorlage()) vergiss((name) => name !== GESENDET && !name.startsWith(praefix()));
  pruefeGesendetes();
  stelleWiederHer();
})();
