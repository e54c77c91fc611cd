"use strict";
// Brings the two sides together: a chosen figure shows its cells, a cell its figures, a finding both.
// Without this script the same links are ordinary anchors.
(() => {
  const detail = document.getElementById("detail");
  const box = detail.querySelector("div");
  const wide = matchMedia("(min-width: 1100px)");
  const parts = document.querySelectorAll("[data-figures]");
  const byId = (id) => document.getElementById(id);
  const values = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);
  const shares = (element, name, wanted) => values(element, name).some((value) => wanted.has(value));

  function add(parent, tag, text, className) {
    const element = parent.appendChild(document.createElement(tag));
    element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function link(parent, target, text) {
    add(parent, "a", text).href = "#" + target.id;
  }

  function tellFigure(number) {
    const row = byId("figure-" + number);
    if (!row) return;
    const text = (at, inside) => {
      const cell = row.cells[at], part = inside ? cell.querySelector(inside) : cell;
      return part ? part.textContent.trim().replace(/\s+/g, " ") : "";
    };
    const line = add(box, "p", "");
    add(line, "b", text(0, "a") + " ");
    add(line, "span", text(3), "state");
    add(line, "small", "　" + [text(1), text(2)].filter(Boolean).join("　"));
    if (text(4, ".name")) add(box, "p", text(4, ".name") + (text(5) ? " = " + text(5) : ""));
    if (text(6)) add(add(box, "p", ""), "small", text(6));
  }

  function tell(source, marks, cells, cards) {
    box.replaceChildren();
    if (source.matches("td")) add(box, "p", source.title + (source.classList.contains("number") ? " = " + source.querySelector("a").textContent : ""));
    if (source.matches("a.figure")) values(source, "figures").forEach(tellFigure);
    for (const card of cards) add(box, "p", card.querySelector(".message").innerText);
    const line = add(box, "p", "");
    if (cells[0] && !source.matches("td")) link(line, cells[0], detail.dataset.goCell);
    if (marks[0] && !source.matches("a.figure")) link(line, marks[0], detail.dataset.goText);
    if (cards[0]) link(line, cards[0], detail.dataset.goFinding);
    detail.hidden = !box.innerText.trim();
  }

  // Scrolls one side of the page to what is chosen there; the page itself only as far as needed.
  function bring(target) {
    const pane = target.closest(".pane");
    const outer = pane.getBoundingClientRect(), inner = target.getBoundingClientRect();
    const top = Math.max(outer.top, 0), bottom = Math.min(outer.bottom, innerHeight);
    if (inner.top < top + 50 || inner.bottom > bottom - 20) pane.scrollTop += inner.top - top - (bottom - top) / 3;
    target.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  function choose(source, jumping) {
    clear();
    const card = source.matches(".flag:not(.figure)") && byId("finding-" + values(source, "findings")[0]);
    const origin = card || source;
    const figures = new Set(values(origin, "figures"));
    const addresses = new Set(values(origin, "cells"));
    const findings = new Set(values(origin, "findings"));
    const whole = origin.matches(".finding");
    const marks = [], cells = [], cards = [];
    for (const part of parts) {
      if (part.matches("td")) { if (shares(part, "cells", addresses)) cells.push(part); }
      else if (part.matches(".finding")) { if (shares(part, "findings", findings)) cards.push(part); }
      else if (part.matches("a.figure") && !whole) { if (shares(part, "figures", figures)) marks.push(part); }
      else if (part.matches(".flag") && (whole || source.matches("td"))) { if (shares(part, "findings", findings)) marks.push(part); }
    }
    [source, ...marks, ...cells, ...cards].forEach((part) => part.classList.add("on"));
    tell(source, marks, cells, cards);
    if (jumping || !wide.matches) return;
    if (!source.closest(".pane")) byId("reading").scrollIntoView({ behavior: "instant" });
    if (cells[0] && !source.matches("td")) bring(cells[0]);
    if (marks[0] && !source.closest(".prose")) bring(marks[0]);
  }

  function clear() {
    document.querySelectorAll(".on").forEach((part) => part.classList.remove("on"));
    detail.hidden = true;
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("#detail button")) return clear();
    const source = event.target.closest("[data-figures]");
    if (!source || String(getSelection()) || event.target.closest("summary")) return;
    const anchor = event.target.closest("a");
    const jumping = Boolean(anchor && anchor.dataset.goto);
    if (anchor && !jumping) event.preventDefault();
    if (!source.matches("td") || source.querySelector("a")) choose(source, jumping);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    if ((event.key === "Enter" || event.key === " ") && event.target.matches("[data-figures][tabindex]")) {
      event.preventDefault();
      choose(event.target, false);
    }
  });
})();
