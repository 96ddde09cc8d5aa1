/* The switch to plain language keeps the place: it sends along which section is being read. */
(() => {
  "use strict";
  const BLICK = 0.4; // of the height of the window: where people read

  function gelesener() {
    const grenze = innerHeight * BLICK;
    const koepfe = [...document.querySelectorAll(".lp-buch h2[id^='abschnitt-']")];
    return koepfe.findLast((kopf) => kopf.getBoundingClientRect().top <= grenze);
  }

  document.addEventListener("formdata", ({ target, formData }) => {
    if (target.id !== "lesart" || formData.has("stelle") || scrollY === 0) return;
    const kopf = gelesener();
    if (kopf) formData.set("stelle", kopf.id.split("-").at(-1));
  });
})();
