// Buttons that copy what stands in a field. Without this script they stay hidden, and the field can be selected.
"use strict";

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.closest("details")?.setAttribute("open", "");
    field.focus();
    field.select();
    return false;
  }
}

async function copyFrom(button) {
  const done = await copied(document.getElementById(button.dataset.copy));
  const said = done ? "Copied." : "This browser does not let a page copy. The text is selected: copy it from there.";
  document.querySelector("[data-copied]").textContent = said;
}

function offer() {
  for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = false;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copyFrom(button);
});
document.addEventListener("htmx:afterSettle", offer);
offer();
