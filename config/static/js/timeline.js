// The timeline's forms: Cancel and Escape close one and give the focus back to the link that opened it.
"use strict";

function closed(box) {
  const opener = document.querySelector(`[aria-controls="${CSS.escape(box.id)}"]`);
  box.replaceChildren();
  opener?.setAttribute("aria-expanded", "false");
  opener?.focus();
}

document.addEventListener("click", (event) => {
  const cancel = event.target.closest("a[data-cancel]");
  const box = cancel?.closest("[data-edits]");
  if (!box) return;
  event.preventDefault();
  closed(box);
});

document.addEventListener("keydown", (event) => {
  const box = event.key === "Escape" && event.target.closest("[data-edits]");
  if (box) closed(box);
});

document.addEventListener("htmx:afterSwap", (event) => {
  const box = event.detail.target;
  if (!box.matches("[data-edits]")) return;
  document.querySelector(`[aria-controls="${CSS.escape(box.id)}"]`)?.setAttribute("aria-expanded", "true");
  (box.querySelector("[autofocus]") ?? box.querySelector("input:not([type=hidden])"))?.focus();
});
