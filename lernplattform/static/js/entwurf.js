/* Keeps what was typed and not sent, in this tab alone, for one person alone and for a day: a session
   that ends, a lost connection or a page left by mistake must not cost the words. Passwords never. */
(() => {
  "use strict";
  const ALLE = "lp-entwurf:";
  const GESENDET = "lp-entwurf:gesendet";
  const FELDER = "main form:not([role=search]) :is(textarea, input[type=text])";
  const PAUSE = 300;
  const STUNDE = 60 * 60 * 1000;
  const HALTBAR = 24 * STUNDE; // the next morning too, but not the next week
  const speicher = oeffne();
  if (!speicher) return;
  let spaeter = 0;
  let geaendert = new Set();

  /* Storage may be forbidden: then nothing is kept. It may be full: then no more is. */
  function oeffne() {
    try {
      return sessionStorage;
    } catch {
      return null;
    }
  }

  function merke(name, wert) {
    try {
      speicher.setItem(name, wert);
    } catch { /* what was kept before is better than nothing */ }
  }

  /* A draft is stored after the time at which it was last changed. */
  const seit = (wert) => parseInt(wert, 10) || 0;
  const worte = (wert) => wert && wert.slice(wert.indexOf(" ") + 1);

  const vorlage = () => document.getElementById("entwurf");
  const praefix = () => ALLE + vorlage().dataset.person + ":";
  const stelle = (formular) => praefix() + new URL(formular.action, location.href).pathname + "#";
  const schluessel = (feld) => stelle(feld.form) + feld.name;
  const taugt = (feld) => feld.matches?.(FELDER) && feld.name && feld.autocomplete !== "off";

  function vergiss(passt) {
    for (const name of Object.keys(speicher)) {
      if (name.startsWith(ALLE) && passt(name)) speicher.removeItem(name);
    }
  }

  const vergissAlte = () =>
    vergiss((name) => name !== GESENDET && Date.now() - seit(speicher.getItem(name)) >= HALTBAR);

  function vergissAlles() {
    clearTimeout(spaeter);
    geaendert = new Set();
    vergiss(() => true);
  }

  function speichere() {
    clearTimeout(spaeter);
    for (const feld of vorlage() ? geaendert : []) {
      if (!feld.isConnected) continue;
      if (feld.value === feld.defaultValue) speicher.removeItem(schluessel(feld));
      else merke(schluessel(feld), `${Date.now()} ${feld.value}`);
    }
    geaendert = new Set();
  }

  function stelleWiederHer() {
    for (const feld of vorlage() ? document.querySelectorAll(FELDER) : []) {
      const entwurf = taugt(feld) ? worte(speicher.getItem(schluessel(feld))) : null;
      if (entwurf === null || feld.value !== feld.defaultValue || entwurf === feld.value) continue;
      feld.value = entwurf;
      melde(feld);
    }
  }

  function melde(feld) {
    const hinweis = vorlage().content.firstElementChild.cloneNode(true);
    hinweis.querySelector("button").addEventListener("click", () => {
      speicher.removeItem(schluessel(feld));
      feld.value = feld.defaultValue;
      hinweis.remove();
      feld.focus();
    });
    (feld.closest(".lp-feld") ?? feld).before(hinweis);
  }

  /* Only the page that follows tells whether what was sent has arrived. */
  function pruefeGesendetes() {
    const gesendet = speicher.getItem(GESENDET);
    speicher.removeItem(GESENDET);
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
    setTimeout(() => ereignis.defaultPrevented || merke(GESENDET, wohin));
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
  document.addEventListener("lp:nicht-gesendet", () => speicher.removeItem(GESENDET));
  addEventListener("pagehide", speichere);
  vergissAlte();
  setInterval(vergissAlte, STUNDE); // nobody may come back to a tab that was left open
  if (vorlage()) vergiss((name) => name !== GESENDET && !name.startsWith(praefix()));
  pruefeGesendetes();
  stelleWiederHer();
})();
