// The parts of the search that stay: field, filters, status, order.

import { element } from "./element.js";
import { SORTS } from "./state.js";

let count = 0;

export function makeFrame(say, facets, results) {
  count += 1;
  const input = element("input", {
    type: "search",
    id: `sp-search-${count}`,
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
    placeholder: say("placeholder"),
  });
  const label = element("label", { for: input.id, class: "sp-hidden" }, say("search"));
  const form = element("form", { role: "search", class: "sp-search-form" }, label, input);

  const clear = element("button", { type: "button", hidden: "" }, say("clear"));
  const summary = element("summary", { class: "sp-search-summary" }, say("filter"));
  const filters = element("details", { class: "sp-search-filters" }, summary, facets.node, clear);
  filters.open = matchMedia("(min-width: 60em)").matches;

  const status = element("p", { role: "status", class: "sp-search-status" });
  const sort = element("select", {}, ...SORTS.map((s) => element("option", { value: s }, say(s))));
  const sorting = element("label", { class: "sp-search-sort", hidden: "" }, say("sort"), " ", sort);
  const bar = element("div", { class: "sp-search-bar" }, status, sorting);
  const found = element("div", { class: "sp-search-found" }, bar, ...results.nodes);
  const columns = element("div", { class: "sp-search-columns" }, filters, found);

  walkWithArrows([form, found], () => [input, ...results.links()]);
  return { nodes: [form, columns], form, input, clear, status, sort, sorting, found };
}

// Arrow keys go from the field through the results and back.
function walkWithArrows(places, stops) {
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = stops();
    const at = all.indexOf(document.activeElement);
    if (!step || at < 0 || event.isComposing) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at + step))].focus();
  }
  for (const place of places) place.addEventListener("keydown", walk);
}
