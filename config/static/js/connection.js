// What a page without a reload owes its visitor: say that the site cannot be reached, and leave a page that is gone.
"use strict";

function offline(hidden) {
  document.getElementById("offline").hidden = hidden;
}

// A page of its own says that it is enough for now, and until when: it is shown like any answer.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 429) event.detail.shouldSwap = true;
});
document.addEventListener("htmx:sendError", () => offline(false));
document.addEventListener("htmx:afterOnLoad", () => offline(true));
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 404) window.location.reload();
  else if (event.detail.xhr.status !== 429) offline(false);
});
