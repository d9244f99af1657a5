// The negotiation sheet: buttons that print it and copy it as text. Without this script the browser's own print and the
// plain text, to select, do the same.
"use strict";

async function copied(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    area.closest("details").open = true;
    area.focus();
    area.select();
    return false;
  }
}

const status = document.querySelector("[data-copied]");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copied(document.getElementById(button.dataset.copy));
    status.textContent = done ? "Copied." : "This browser does not let a page copy. The text is selected: copy it from there.";
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
