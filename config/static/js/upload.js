// Dropping a file on the upload form sends it. Without this script the form works with its file button.
"use strict";

function tooLarge(form, file) {
  return file && file.size > Number(form.dataset.maxBytes);
}

function say(form, words) {
  const place = form.querySelector("[data-says]");
  place.textContent = words;
}

function checked(form) {
  const file = form.querySelector("input[type=file]").files[0];
  const large = tooLarge(form, file);
  say(form, large ? form.dataset.tooLarge : "");
  return file && !large;
}

function prepare(form) {
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("button");
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    input.files = event.dataTransfer.files;
    if (checked(form)) form.requestSubmit();
  });
  input.addEventListener("change", () => checked(form));
  form.addEventListener("submit", (event) => {
    if (!checked(form)) {
      event.preventDefault();
      return;
    }
    button.disabled = true;
    say(form, "Sending …");
  });
  window.addEventListener("pageshow", () => { button.disabled = false; });
}

document.querySelectorAll("form[data-upload]").forEach(prepare);
