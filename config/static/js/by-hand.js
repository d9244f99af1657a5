// The form of an estimate by hand: a list under the place field, by keyboard and pointer, and marks at fields whose
// words came with the answer. Without this script the form is sent by its button and asks which place is meant.
"use strict";

const WAIT = 150;
const LEAST = 2;

class Places {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector("input");
    this.list = box.querySelector("[role=listbox]");
    this.status = box.querySelector("[role=status]");
    this.active = -1;
    this.asked = 0;
    this.settled = this.input.value;
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries({ ...roles, autocomplete: "off" })) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("change", () => { this.settled = this.input.value; });
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
  }

  get options() { return [...this.list.querySelectorAll("[role=option]")]; }
  get open() { return !this.list.hidden; }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    const text = this.input.value.trim();
    const turn = ++this.asked;
    if (text.length < LEAST) return this.close();
    try {
      const answer = await fetch(`${this.box.dataset.choose}?${new URLSearchParams({ place: text })}`);
      if (answer.ok && turn === this.asked && document.activeElement === this.input) this.show(await answer.text());
    } catch {
      this.close(); // no connection: the text itself is still understood by the server
    }
  }

  show(markup) {
    this.list.innerHTML = markup;
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    const count = this.options.length;
    this.list.hidden = count === 0;
    this.input.setAttribute("aria-expanded", String(count > 0));
    this.status.textContent = count === 1 ? "1 place fits." : `${count} places fit.`;
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.list.hidden = true;
    this.list.replaceChildren(); // a page with several lists must not hold an option's id twice
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = "";
  }

  pressed(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && !event.altKey) {
      event.preventDefault();
      if (this.open) this.mark((this.active + steps[event.key] + this.options.length) % this.options.length);
      else this.ask();
    } else if (event.key === "Escape" && this.open) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.open && this.active >= 0) {
      event.preventDefault();
      this.take(this.options[this.active]);
    }
  }

  mark(index) {
    this.options.forEach((option, position) => option.setAttribute("aria-selected", String(position === index)));
    this.active = index;
    this.input.setAttribute("aria-activedescendant", this.options[index].id);
    this.options[index].scrollIntoView({ block: "nearest" });
  }

  take(option) {
    if (!option) return;
    this.input.value = option.dataset.place;
    this.close();
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// Marks every field as its words say; the list of places is made once for each field that comes onto the page.
function settle() {
  for (const slot of document.querySelectorAll("#by-hand .error")) {
    const field = document.getElementById(slot.id.replace(/_error$/, ""));
    if (slot.textContent.trim()) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
  for (const box of document.querySelectorAll("[data-choose]")) {
    if (!box.places) box.places = new Places(box);
  }
}

document.addEventListener("DOMContentLoaded", settle);
document.addEventListener("htmx:afterSettle", settle);
document.addEventListener("htmx:historyRestore", settle);
// A place that is still being typed is no answer yet: the other fields go with the last one that was finished.
document.addEventListener("htmx:configRequest", (event) => {
  const box = document.activeElement?.closest("[data-choose]");
  if (box?.places) event.detail.parameters[box.places.input.name] = box.places.settled;
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("#by-hand a[data-place]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const input = document.getElementById(link.dataset.field);
  input.value = link.dataset.place;
  input.focus();
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
