/* Says that there is no connection, and keeps what was typed until there is one again.
 *
 * A form that cannot be sent gets a sentence at its button and the bubbling event
 * "lp:nicht-gesendet", for scripts that had locked the button meanwhile.
 */
(() => {
  "use strict";
  const texte = document.getElementById("lp-geraet")?.dataset;
  const band = document.querySelector(".lp-verbindung");
  if (!texte || !band) return;
  let gesendet = null;

  function sage(text, art) {
    band.textContent = text;
    band.className = `lp-verbindung lp-verbindung-${art}`;
  }

  function melde(formular, text) {
    let satz = formular.querySelector(":scope .lp-nicht-gesendet");
    if (!satz) {
      satz = document.createElement("p");
      satz.className = "lp-nicht-gesendet";
      satz.setAttribute("role", "alert");
      const knopf = gesendet?.knopf || formular.querySelector("[type=submit]");
      if (knopf) knopf.after(satz);
      else formular.append(satz);
    }
    satz.textContent = text;
  }

  function nichtGesendet(formular) {
    melde(formular, texte.nichtGesendet);
    formular.dispatchEvent(new CustomEvent("lp:nicht-gesendet", { bubbles: true }));
  }

  /* In the capture phase, so that htmx does not try in vain either. */
  function bewache(ereignis) {
    gesendet = { formular: ereignis.target, knopf: ereignis.submitter };
    if (navigator.onLine) {
      ereignis.target.querySelector(".lp-nicht-gesendet")?.remove();
      return;
    }
    ereignis.preventDefault();
    ereignis.stopPropagation();
    nichtGesendet(ereignis.target);
  }

  function getrennt() {
    sage(texte.offline, "getrennt");
  }

  function verbunden() {
    sage(texte.wieder, "verbunden");
    document.querySelectorAll(".lp-nicht-gesendet").forEach((satz) => {
      satz.textContent = texte.nochEinmal;
    });
  }

  /* The line was there and the server was not: the worker left the page as it is. */
  function vomArbeiter(ereignis) {
    if (ereignis.data?.art !== "nicht-gesendet" || !gesendet?.formular.isConnected) return;
    if (!document.hasFocus() && document.visibilityState === "hidden") return;
    getrennt();
    nichtGesendet(gesendet.formular);
  }

  document.addEventListener("submit", bewache, true);
  window.addEventListener("offline", getrennt);
  window.addEventListener("online", verbunden);
  document.addEventListener("htmx:error", (e) => e.detail.ctx && getrennt());
  document.addEventListener("htmx:after:request", () => navigator.onLine && sage("", "ruhig"));
  if (!navigator.onLine) getrennt();
  try {
    navigator.serviceWorker.addEventListener("message", vomArbeiter);
  } catch { /* no worker here, or none allowed */ }
})();
