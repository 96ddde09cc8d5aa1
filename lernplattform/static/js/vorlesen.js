/* Reads German texts aloud, sentence by sentence, with a voice of this device: a voice that speaks
   elsewhere would send the text away. Hidden where there is none. Pausing stops the voice and goes
   on at the same sentence, since Android knows no other way. */
(() => {
  "use strict";
  const sprecher = window.speechSynthesis;
  if (!sprecher || !window.SpeechSynthesisUtterance) return;
  let saetze = [];
  let stelle = 0;
  let lauf = 0; // an utterance of an earlier one ends unheard
  let liest = false;

  const leiste = () => document.querySelector(".lp-vorlesen");
  const stimme = () => sprecher.getVoices().find((s) => s.localService && /^de\b/i.test(s.lang));
  const sende = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

  function zeige(worte) {
    const feld = leiste();
    if (!feld) return;
    feld.hidden = !stimme();
    const stand = liest ? "pause" : stelle > 0 ? "weiter" : "start";
    feld.querySelector("[data-tat=lesen] .kern-label").textContent = feld.dataset[stand];
    feld.querySelector("[data-tat=halt]").hidden = stand === "start";
    if (worte !== undefined) feld.querySelector("[role=status]").textContent = worte;
  }

  function sprich(text, danach) {
    const eigener = lauf;
    const satz = new SpeechSynthesisUtterance(text);
    satz.lang = "de-DE";
    satz.voice = stimme();
    satz.rate = leiste()?.querySelector("[name=tempo]")?.checked ? 0.75 : 1;
    satz.onend = () => eigener === lauf && danach(true);
    satz.onerror = () => eigener === lauf && danach(false);
    sprecher.speak(satz);
  }

  function lies() {
    const satz = saetze[stelle];
    if (!satz || !satz.spanne.startContainer.isConnected) return halt(leiste()?.dataset.fertig);
    sende("lp:satz", satz);
    sprich(satz.text, (gut) => {
      if (!gut) return halt("");
      stelle += 1;
      lies();
    });
  }

  function schweige() {
    lauf += 1;
    liest = false;
    sprecher.cancel();
  }

  function halt(worte) {
    schweige();
    stelle = 0;
    saetze = [];
    sende("lp:satz");
    zeige(worte ?? "");
  }

  function schalte() {
    if (liest) {
      schweige();
      return zeige(leiste().dataset.angehalten);
    }
    if (!saetze.length) {
      sende("lp:saetze", { wurzel: leiste().dataset.wurzel, saetze });
    }
    schweige();
    liest = true;
    zeige("");
    lies();
  }

  function wechsleTempo() {
    if (!liest) return;
    schweige();
    liest = true;
    lies();
  }

  /* One sentence alone, such as on Meine Sätze. */
  function gibKnoepfe() {
    const vorlage = document.getElementById("satz-vorlesen");
    for (const satz of vorlage && stimme() ? document.querySelectorAll("[data-vorlesen]") : []) {
      if (satz.nextElementSibling?.matches(".lp-vorlesen-knopf")) continue;
      const knopf = vorlage.content.firstElementChild.cloneNode(true);
      knopf.querySelector(".kern-sr-only").textContent = satz.textContent.trim();
      satz.after(knopf);
    }
  }

  function bereite() {
    zeige();
    gibKnoepfe();
  }

  document.addEventListener("click", ({ target }) => {
    const tat = target.closest?.(".lp-vorlesen [data-tat]")?.dataset.tat;
    if (tat) return tat === "lesen" ? schalte() : halt("");
    const knopf = target.closest?.(".lp-vorlesen-knopf");
    if (!knopf) return;
    halt("");
    sprich(knopf.previousElementSibling.textContent.trim(), () => {});
  });
  document.addEventListener("change", ({ target }) => target.closest(".lp-vorlesen") && wechsleTempo());
  document.addEventListener("htmx:before:swap", () => halt(""));
  document.addEventListener("htmx:after:swap", bereite);
  addEventListener("pagehide", () => halt(""));
  sprecher.addEventListener?.("voiceschanged", bereite);
  bereite();
})();
