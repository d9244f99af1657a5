// What a page without a reload owes its visitor: say that the site cannot be reached, and leave a page that is gone.
"use strict";

function offline(hidden) {
  document.getElementById("offline").hidden = hidden;
}

document.addEventListener("htmx:sendError", () => offline(false));
document.addEventListener("htmx:afterOnLoad", () => offline(true));
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 404) window.location.reload();
  else offline(false);
});
