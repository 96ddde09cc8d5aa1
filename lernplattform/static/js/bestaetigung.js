/* The second thought as a dialog. It stands beside its <details> and borrows what is in it, so
   that forms keep their region, their drafts and their listeners; closing gives it back. */
(() => {
  "use strict";
  const GRIFF = "details.lp-bestaetigung[data-dialog] > summary";

  function gibZurueck(dialog) {
    const griff = dialog.previousElementSibling?.querySelector("summary");
    if (!griff) return;
    griff.nextElementSibling.append(...dialog.querySelector("section").childNodes);
    dialog.remove();
    griff.focus();
  }

  /* At once: the event "close" comes only after others have set the focus. */
  function schliesse() {
    const dialog = document.querySelector(".lp-bestaetigung-dialog[open]");
    dialog?.close();
    if (dialog) gibZurueck(dialog);
  }

  function oeffne(griff) {
    const inhalt = griff.nextElementSibling;
    const vorlage = document.getElementById("bestaetigung-dialog");
    const dialog = vorlage.content.firstElementChild.cloneNode(true);
    dialog.querySelector("h2").textContent = griff.textContent.trim();
    dialog.querySelector("section").append(...inhalt.childNodes);
    dialog.addEventListener("close", () => gibZurueck(dialog));
    griff.parentElement.after(dialog);
    dialog.showModal();
    dialog.querySelector("textarea, [data-zu]").focus();
  }

  function kuendigeAn() {
    if (!document.getElementById("bestaetigung-dialog")) return;
    document.querySelectorAll(GRIFF).forEach((griff) => griff.setAttribute("aria-haspopup", "dialog"));
  }

  document.addEventListener("click", (ereignis) => {
    const griff = ereignis.target.closest?.(GRIFF);
    if (ereignis.target.closest?.(".lp-bestaetigung-dialog [data-zu]")) schliesse();
    if (!griff?.matches("[aria-haspopup]") || griff.parentElement.open) return;
    ereignis.preventDefault();
    oeffne(griff);
  });
  /* What went wrong is said in the page, which nothing may then lie over. */
  document.addEventListener("htmx:error", schliesse, true);
  document.addEventListener("htmx:after:swap", kuendigeAn);
  addEventListener("pagehide", schliesse);
  kuendigeAn();
})();
