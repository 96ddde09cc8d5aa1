/* Regions that htmx exchanges: which answers belong there, and where the focus goes. */
(() => {
  "use strict";
  const NEUES = ".lp-fehlersumme, [data-neu]";

  const enthaelt = (text, auswahl) =>
    new DOMParser().parseFromString(text, "text/html").querySelector(auswahl) !== null;

  function fokussiere(element) {
    if (!element) return;
    if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
    window.scrollTo(0, 0);
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  /* Another page than the expected one: the login or the next place as a page of its own, an error
     page in place of this one, since its sentences come only once. */
  function verteile(ereignis) {
    const ctx = ereignis.detail.ctx;
    if (!ctx.select || enthaelt(ctx.text, ctx.select)) return;
    if (ctx.response.status < 400) {
      ereignis.preventDefault();
      location.assign(ctx.response.raw.url);
    } else {
      Object.assign(ctx, { target: document.body, select: null, selectOOB: null, swap: "outerSync" });
    }
  }

  /* The address of a refused form answers no GET: a reload must find the page before it. */
  function behalteAdresse(ereignis) {
    if (ereignis.detail.response?.status >= 400) ereignis.preventDefault();
  }

  function zeigeNeues(ereignis) {
    const { select, target } = ereignis.detail.ctx;
    if (target === document.body) return fokussiere(document.querySelector("h1"));
    const bereich = select && document.querySelector(select);
    const neues = bereich?.querySelector(NEUES) ?? document.querySelector("#meldungen > *");
    if (!neues) return;
    bereich?.classList.add("lp-erscheint");
    fokussiere(neues);
  }

  function meldeStoerung(ereignis) {
    const vorlage = document.getElementById("keine-verbindung");
    const meldungen = document.getElementById("meldungen");
    if (!ereignis.detail.ctx || !vorlage || !meldungen) return;
    meldungen.replaceChildren(vorlage.content.cloneNode(true));
    fokussiere(meldungen.firstElementChild);
  }

  document.addEventListener("htmx:after:request", verteile);
  document.addEventListener("htmx:before:history:update", behalteAdresse);
  document.addEventListener("htmx:after:swap", zeigeNeues);
  document.addEventListener("htmx:error", meldeStoerung);
})();
