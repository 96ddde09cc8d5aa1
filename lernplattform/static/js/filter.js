/* Lists that change in place: says how many were found, and goes on at the first new row. */
(() => {
  "use strict";

  function sageTreffer() {
    const status = document.getElementById("filter-ergebnis");
    const zahl = document.querySelector("#treffer :is(.lp-treffer, .lp-leer)");
    if (status && zahl) status.textContent = zahl.textContent.trim().replace(/\s+/g, " ");
  }

  document.addEventListener("htmx:before:swap", (ereignis) => {
    const { ctx } = ereignis.detail;
    if (ctx.sourceElement.closest?.("#weitere")) ctx.schonDa = ctx.target.childElementCount;
  });

  document.addEventListener("htmx:after:swap", (ereignis) => {
    const { ctx } = ereignis.detail;
    if (ctx.select === "#treffer") sageTreffer();
    if (ctx.schonDa === undefined) return;
    const reihe = ctx.target.children[ctx.schonDa];
    (reihe?.querySelector("a, button") ?? reihe)?.focus();
  });
})();
