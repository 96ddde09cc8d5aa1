/* The service worker. LP stands on the line before, see web/geraet/arbeiter.py.
 *
 * Keeps the shell, and in a cache of its own per session what one Lotse may read offline. It
 * stores only what it fetched for that: person-free copies, never a page that was looked at,
 * never a POST, an error or a redirect. docs/offline.md says what is kept and until when.
 */
"use strict";

const HUELLE = `lp-huelle-${LP.fassung}`;
const PERSON = "lp-person-";
// On a thin line a stored copy comes after so many milliseconds; without one we wait on.
const FRIST = 3500;
const HALTBAR = 14 * 24 * 60 * 60 * 1000;
const HOECHSTENS = 60;
let geraeumt = false;

self.addEventListener("install", (ereignis) => {
  ereignis.waitUntil(fuelleHuelle().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (ereignis) => {
  ereignis.waitUntil(raeumeAuf().then(() => self.clients.claim()));
});

self.addEventListener("message", (ereignis) => {
  const { art, marke, adresse } = ereignis.data;
  if (art === "vorrat") ereignis.waitUntil(versuche(() => legeVorratAn(marke, adresse)));
});

self.addEventListener("fetch", (ereignis) => {
  const { request } = ereignis;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (!geraeumt) ereignis.waitUntil(versuche(vergissAlte));
    geraeumt = true;
    ereignis.respondWith(request.method === "GET" ? oeffne(request, url.pathname) : sende(request));
  } else if (request.method === "GET" && LP.statisch.some((a) => url.pathname.startsWith(a))) {
    ereignis.respondWith(liefere(request));
  }
});

async function fuelleHuelle() {
  const huelle = await caches.open(HUELLE);
  await huelle.addAll(LP.huelle);
  await lege(huelle, LP.offline, "same-origin");
  // Without cookies: what is for everybody must not become one person's version of it.
  await Promise.all(LP.oeffentlich.map((seite) => lege(huelle, seite, "omit")));
}

async function raeumeAuf() {
  const alte = (await caches.keys()).filter((n) => n.startsWith("lp-huelle-") && n !== HUELLE);
  await Promise.all(alte.map((name) => caches.delete(name)));
}

/* Once in each short life of the worker. */
async function vergissAlte() {
  for (const name of (await caches.keys()).filter((n) => n.startsWith(PERSON))) {
    const vorrat = await caches.open(name);
    for (const anfrage of await vorrat.keys()) {
      if (alter(await vorrat.match(anfrage)) >= HALTBAR) await vorrat.delete(anfrage);
    }
  }
}

/* A store that fails must not keep away what the network has. */
const versuche = (tat) => tat().catch(() => undefined);

/* A page: the network first, the copy if there is no network or only a very slow one. */
async function oeffne(request, pfad) {
  const kopie = await finde(pfad);
  const netz = fetch(request);
  try {
    return await (kopie ? Promise.race([netz, frist()]) : netz);
  } catch {
    netz.catch(() => {});
    return kopie || (await finde(LP.offline.adresse)) || Response.error();
  }
}

const frist = () => new Promise((_, nein) => setTimeout(() => nein(new Error("slow")), FRIST));

/* A form: "no content" leaves the page as it is, with all that was typed. */
async function sende(request) {
  try {
    return await fetch(request);
  } catch {
    for (const seite of await self.clients.matchAll({ type: "window" })) {
      seite.postMessage({ art: "nicht-gesendet" });
    }
    return new Response(null, { status: 204 });
  }
}

/* A file: the address names its content, so the stored one is right; offline an older one will do. */
async function liefere(request) {
  const gespeichert = await ausHuelle(request);
  if (gespeichert) return gespeichert;
  try {
    return await fetch(request);
  } catch {
    return (await ausHuelle(request, { ignoreSearch: true })) || Response.error();
  }
}

const ausHuelle = (request, wie) =>
  versuche(async () => (await caches.open(HUELLE)).match(request, wie));

const finde = (pfad) => versuche(() => ausVorrat(pfad));

async function ausVorrat(pfad) {
  const eigene = (await caches.keys()).filter((name) => name.startsWith(PERSON));
  for (const name of [...eigene, HUELLE]) {
    const kopie = await (await caches.open(name)).match(pfad);
    if (kopie && (name === HUELLE || alter(kopie) < HALTBAR)) return kopie;
  }
  return undefined;
}

const alter = (kopie) => Date.now() - Number(kopie.headers.get("X-LP-Am"));

/* What one Lotse may read offline. If the cache is deleted meanwhile, this writes into nothing. */
async function legeVorratAn(marke, adresse) {
  const vorrat = await caches.open(PERSON + marke);
  const antwort = await fetch(adresse, { cache: "no-store" });
  if (!antwort.ok || antwort.redirected) return;
  const seiten = (await antwort.json()).seiten.slice(0, HOECHSTENS);
  const gemeint = new Set(seiten.map((seite) => new URL(seite.adresse, self.location).href));
  for (const alte of await vorrat.keys()) {
    if (!gemeint.has(alte.url)) await vorrat.delete(alte);
  }
  for (const seite of seiten) await lege(vorrat, seite, "same-origin");
}

async function lege(cache, seite, credentials) {
  const da = await cache.match(seite.adresse);
  const frisch = da && alter(da) < HALTBAR / 2; // whoever was online lately reads it a week more
  if (frisch && seite.fassung && da.headers.get("X-LP-Fassung") === seite.fassung) return;
  const antwort = await fetch(seite.kopie, { cache: "no-store", credentials });
  if (!antwort.ok || antwort.redirected) return;
  const text = await antwort.text();
  // A copy holds no form that could be sent: with a token in it, it is not a copy.
  if (text.includes("csrf_token")) return;
  const kopf = new Headers(antwort.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) kopf.delete(name);
  kopf.set("X-LP-Am", String(Date.now()));
  kopf.set("X-LP-Fassung", seite.fassung || LP.fassung);
  await cache.put(seite.adresse, new Response(text, { headers: kopf }));
}
