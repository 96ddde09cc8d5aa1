/* "Schnell verlassen": the page is blank at once, its place in the history goes to another site,
   and Back finds nothing of ours in this tab. Shift three times does the same; not Escape, which
   would stop the loading of the page that one flees to. Runs in the head, before anything shows. */
(() => {
  "use strict";
  const MERKER = "verlassen";
  const FRIST = 5000;
  let allein = false;
  let gedrueckt = 0;
  let zuerst = 0;

  const knopf = () => document.querySelector("[data-verlassen]");

  /* Storage may be forbidden; leaving must work all the same. */
  function merke(adresse) {
    try {
      if (adresse) sessionStorage.setItem(MERKER, adresse);
      else sessionStorage.removeItem(MERKER);
    } catch { /* nothing to remember it in */ }
  }

  function gemerkt() {
    try {
      return sessionStorage.getItem(MERKER);
    } catch {
      return null;
    }
  }

  function verlasse(adresse) {
    document.documentElement.classList.add("lp-fort");
    document.title = new URL(adresse).hostname;
    document.dispatchEvent(new Event("lp:verlassen"));
    merke(adresse);
    location.replace(adresse);
  }

  function zaehle() {
    const jetzt = Date.now();
    if (!gedrueckt || jetzt - zuerst > FRIST) {
      gedrueckt = 0;
      zuerst = jetzt;
    }
    gedrueckt += 1;
    return gedrueckt;
  }

  function sage(anzahl) {
    const stand = document.querySelector("[data-noch-zwei]");
    if (stand) stand.textContent = { 1: stand.dataset.nochZwei, 2: stand.dataset.nochEins }[anzahl] ?? "";
  }

  /* A Shift that goes with another key or a click is no call for help. */
  function vergiss() {
    allein = false;
    gedrueckt = 0;
    sage(0);
  }

  function beiTaste(ereignis) {
    if (ereignis.key !== "Shift") vergiss();
    else if (!ereignis.repeat) allein = true;
  }

  function beiLoslassen(ereignis) {
    const ziel = knopf();
    if (!ziel || !allein || ereignis.key !== "Shift") return;
    allein = false;
    const anzahl = zaehle();
    if (anzahl < 3) sage(anzahl);
    else verlasse(ziel.href);
  }

  function beiKlick(ereignis) {
    const ziel = ereignis.target.closest?.("[data-verlassen]");
    if (!ziel) return vergiss();
    ereignis.preventDefault();
    verlasse(ziel.href);
  }

  /* Whoever comes by the address is welcome again; whoever comes by Back is sent on. */
  function pruefeRueckkehr(ausDemSpeicher) {
    const adresse = gemerkt();
    if (!adresse) return;
    const art = performance.getEntriesByType("navigation")[0]?.type;
    if (ausDemSpeicher || art === "back_forward") verlasse(adresse);
    else merke(null);
  }

  pruefeRueckkehr(false);
  window.addEventListener("pageshow", (ereignis) => ereignis.persisted && pruefeRueckkehr(true));
  document.addEventListener("keydown", beiTaste);
  document.addEventListener("keyup", beiLoslassen);
  document.addEventListener("click", beiKlick, true);
})();
