/* The device: starts the service worker, and leaves nothing of one person to the next. */
(() => {
  "use strict";
  const PERSON = "lp-person-";
  const MARKE = "lp-geraet";
  const angaben = document.getElementById("lp-geraet")?.dataset;
  if (!angaben) return;

  /* Storage may be forbidden, full or missing: then nothing is kept, and the page works all the same. */
  async function versuche(tat) {
    try {
      return await tat();
    } catch {
      return undefined;
    }
  }

  const speicher = (tat) =>
    ["localStorage", "sessionStorage"].forEach((name) => versuche(() => tat(window[name])));

  const vergissKopien = (ausser) => versuche(async () => {
    const fremde = (await caches.keys()).filter((n) => n.startsWith(PERSON) && n !== ausser);
    await Promise.all(fremde.map((name) => caches.delete(name)));
  });

  /* Unsent drafts outlive a session: entwurf.js gives them to nobody but their writer. */
  function leere(ort) {
    for (const name of Object.keys(ort)) {
      if (!name.startsWith("lp-entwurf:")) ort.removeItem(name);
    }
  }

  /* The page says by its mark whose session it is; a copy and a failure carry none. */
  function vergleiche(marke) {
    speicher((ort) => {
      const alte = ort.getItem(MARKE);
      if (alte && alte !== marke) leere(ort);
      if (marke) ort.setItem(MARKE, marke);
    });
    return vergissKopien(PERSON + marke);
  }

  function vergissAlles() {
    speicher((ort) => ort.clear());
    return vergissKopien("");
  }

  document.addEventListener(
    "submit",
    (ereignis) => {
      if (new URL(ereignis.target.action).pathname === angaben.abmelden) vergissAlles();
    },
    true,
  );

  /* Offline nobody can sign out: the next page is one that holds nothing of her. */
  for (const knopf of document.querySelectorAll("[data-leeren]")) {
    knopf.parentElement.hidden = false;
    knopf.addEventListener("click", async () => {
      await vergissAlles();
      location.replace(knopf.dataset.leeren);
    });
  }
  const geleert = document.getElementById("lp-geleert");
  if (geleert && location.search === "?geleert") {
    geleert.hidden = false;
    geleert.focus();
  }

  const sauber = "marke" in angaben ? vergleiche(angaben.marke) : Promise.resolve();

  async function starte() {
    await navigator.serviceWorker.register(angaben.arbeiter);
    const { active } = await navigator.serviceWorker.ready;
    await sauber;
    if (angaben.vorrat) {
      active.postMessage({ art: "vorrat", marke: angaben.marke, adresse: angaben.vorrat });
    }
  }

  /* After the page itself: on a thin line the worker's first visit must not slow it down. */
  window.addEventListener("load", () => versuche(starte));

  /* The page that stands for one that cannot be reached: what can be read now. */
  async function zeigeVorrat() {
    for (const name of (await caches.keys()).sort().reverse()) {
      const ort = await caches.open(name);
      for (const anfrage of await ort.keys()) await zeige(ort, anfrage);
    }
  }

  async function zeige(ort, anfrage) {
    const adresse = new URL(anfrage.url).pathname;
    const schon = [...liste.querySelectorAll("a")].some((a) => a.pathname === adresse);
    const kopie = await ort.match(anfrage);
    if (schon || adresse === liste.dataset.ohne || !kopie?.headers.has("X-LP-Am")) return;
    const seite = new DOMParser().parseFromString(await kopie.text(), "text/html");
    const verweis = document.createElement("a");
    verweis.href = adresse;
    verweis.textContent = seite.querySelector("h1")?.textContent.trim() || seite.title;
    verweis.lang = seite.querySelector("h1")?.lang || "";
    const punkt = document.createElement("li");
    punkt.append(verweis);
    liste.append(punkt);
  }

  const liste = document.querySelector("ul[data-vorrat]");
  if (liste) versuche(zeigeVorrat).then(() => {
    liste.hidden = liste.childElementCount === 0;
    document.querySelector("[data-leer]").hidden = !liste.hidden;
  });
})();
