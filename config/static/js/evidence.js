// Lights up the words that a fact was read from, and the facts that words stand for. Without it the links lead there.
"use strict";

const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const PAUSE = 120; // milliseconds on a fact before its words are brought into view: a pointer that passes moves nothing
let origin = null; // the fact that led to a mark, and to which the way goes back
let waiting = 0;

const all = (selector) => [...document.querySelectorAll(selector)];
const ranges = (text) => text.split(" ").map((one) => one.split("-").map(Number));
const behavior = () => (still.matches ? "auto" : "smooth");

function holds(fact, mark) {
  const [start, end] = ranges(mark.dataset.mark)[0];
  return ranges(fact.dataset.evidence).some(([first, last]) => first <= start && end <= last);
}

const marksOf = (fact) => all("[data-mark]").filter((mark) => holds(fact, mark));
const factsOf = (mark) => all("[data-evidence]").filter((fact) => holds(fact, mark));

function clear() {
  window.clearTimeout(waiting);
  for (const one of all(".lit")) one.classList.remove("lit");
}

function light(one) {
  clear();
  const others = one.dataset.mark ? factsOf(one) : marksOf(one);
  for (const each of [one, ...others]) each.classList.add("lit");
  return others;
}

// Scrolls the frame that an element stands in, never the page: what the pointer is on must stay under it.
function bringUp(element) {
  const frame = element?.closest("[data-scrolls]");
  if (!frame || frame.scrollHeight <= frame.clientHeight) return;
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  frame.scrollBy({ top: inner.top - outer.top - outer.height / 3, behavior: behavior() });
}

function pointed(event) {
  const one = event.target.closest?.("[data-evidence], [data-mark]");
  if (!one) return;
  const others = light(one);
  const listed = others.find((other) => other.closest("[data-scrolls]"));
  waiting = window.setTimeout(() => bringUp(listed), event.type === "focusin" ? 0 : PAUSE);
}

function go(element) {
  element.closest("details")?.setAttribute("open", "");
  if (element.dataset.mark) rove(element);
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center", behavior: behavior() });
}

function clicked(event) {
  const one = event.target.closest("[data-evidence], [data-mark]");
  if (!one || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const back = one.dataset.mark && origin?.isConnected && holds(origin, one) ? origin : null;
  const target = back ?? (one.dataset.mark ? document.querySelector(one.getAttribute("href")) : marksOf(one)[0]);
  if (!target) return;
  event.preventDefault();
  origin = one.dataset.mark ? null : one;
  go(target);
}

// Of all marks one takes part in the order of Tab; arrows lead from it to the others.
function rove(current) {
  for (const mark of all("[data-mark]")) mark.setAttribute("tabindex", mark === current ? "0" : "-1");
}

function pressed(event) {
  const mark = event.target.closest?.("[data-mark]");
  if (event.key === "Escape") {
    clear();
    if (mark && origin?.isConnected) go(origin);
    return;
  }
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  if (!mark || !(event.key in steps)) return;
  event.preventDefault();
  const every = all("[data-mark]");
  go(every[(every.indexOf(mark) + steps[event.key] + every.length) % every.length]);
}

function settle() {
  const marks = all("[data-mark]");
  if (marks.length && !marks.some((mark) => mark.hasAttribute("tabindex"))) rove(marks[0]);
}

document.addEventListener("pointerover", (event) => event.pointerType === "touch" || pointed(event));
document.addEventListener("focusin", pointed);
document.addEventListener("click", clicked);
document.addEventListener("keydown", pressed);
document.addEventListener("DOMContentLoaded", settle);
document.addEventListener("htmx:afterSettle", settle);
