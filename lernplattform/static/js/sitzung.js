/* Warns before the session ends. The server alone knows when that is: another tab may have
   prolonged it, so it is asked before anything is shown or left. */
(() => {
  "use strict";
  const VORLAUF = 180; // seconds; a sleeping tab may wake a minute late
  const TAKT = 20;
  let ende = 0; // by the clock of this device, in milliseconds
  let wecker = 0;
  let sekunden = 0;
  let gesehen = false; // closed without prolonging

  const dialog = () => document.getElementById("sitzungsende");
  const uebrig = () => Math.floor((ende - Date.now()) / 1000);

  function merke({ ruhe, hoechst }) {
    ende = Date.now() + Math.min(ruhe, hoechst) * 1000;
    const fest = hoechst <= ruhe + 1;
    for (const teil of dialog()?.querySelectorAll("[data-wenn]") ?? []) {
      teil.hidden = teil.dataset.wenn !== (fest ? "hoechst" : "ruhe");
    }
  }

  function stelle(wartezeit) {
    clearTimeout(wecker);
    wecker = setTimeout(frage, Math.max(wartezeit, 1) * 1000);
  }

  async function frage() {
    if (!dialog()) return;
    try {
      merke(await (await fetch(dialog().dataset.restUrl)).json());
      if (uebrig() <= 0) return verlasse();
    } catch {
      /* Offline: go by the own clock, and leave nothing that could not be loaded again. */
    }
    richte();
  }

  function richte() {
    const rest = uebrig();
    if (rest > VORLAUF) {
      gesehen = false;
      schliesse();
      return stelle(rest - VORLAUF);
    }
    if (!gesehen) zeige();
    stelle(Math.min(TAKT, Math.max(rest, 0) + 1));
  }

  function zeige() {
    const fenster = dialog();
    sage();
    if (fenster.open) return;
    fenster.showModal();
    fenster.querySelector(".kern-btn--primary:not([hidden] *, [hidden])")?.focus();
    sekunden = setInterval(sage, 1000);
  }

  function sage() {
    const titel = dialog()?.querySelector("h2");
    const satz = dialog()?.dataset[`satz-${Math.min(Math.max(Math.floor(uebrig() / 60), 0), 3)}`];
    if (titel && titel.textContent !== satz) titel.textContent = satz;
  }

  function schliesse() {
    clearInterval(sekunden);
    if (dialog()?.open) dialog().close();
  }

  function loginUrl(url) {
    const ziel = new URL(url, location.href);
    ziel.searchParams.set("weiter", dialog().dataset.seite || location.pathname + location.search);
    return ziel.href;
  }

  const verlasse = () => location.assign(loginUrl(dialog().dataset.loginUrl));

  async function bleibe(formular) {
    try {
      const antwort = await fetch(formular.action, { method: "POST", body: new FormData(formular) });
      merke(await antwort.json());
      gesehen = false;
      richte();
    } catch {
      frage();
    }
  }

  document.addEventListener("submit", (ereignis) => {
    const formular = ereignis.target.closest("#sitzungsende form[data-wenn]");
    if (!formular) return;
    ereignis.preventDefault();
    bleibe(formular);
  });
  document.addEventListener("click", (ereignis) => {
    const neu = ereignis.target.closest("#sitzungsende a");
    if (neu) neu.href = loginUrl(neu.href);
  });
  /* Esc: whoever presses a key is there. At the very end it only puts the warning away. */
  document.addEventListener("cancel", (ereignis) => {
    if (ereignis.target !== dialog()) return;
    const formular = dialog().querySelector("form[data-wenn]:not([hidden])");
    clearInterval(sekunden);
    if (formular) bleibe(formular);
    else gesehen = true;
  }, true);

  const beginne = () => {
    if (!dialog()) return;
    merke({ ruhe: Number(dialog().dataset.ruhe), hoechst: Number(dialog().dataset.hoechst) });
    richte();
  };
  beginne();
  document.addEventListener("htmx:after:swap", () => dialog() && uebrig() <= VORLAUF && frage());
  addEventListener("pageshow", (ereignis) => ereignis.persisted && frage());
  document.addEventListener("visibilitychange", () => document.hidden || uebrig() > VORLAUF || frage());
})();
