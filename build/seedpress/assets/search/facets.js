// The filters with their counts.

import { element } from "./element.js";
import { FACETS } from "./state.js";
import { shown } from "./words.js";

const FEW = 6;
const STEP = 40;

export function makeFacets(say, onToggle) {
  const box = element("div", { class: "sp-facets" });
  const limits = Object.fromEntries(Object.keys(FACETS).map((name) => [name, FEW]));
  let last = null;

  function show(counts, chosen) {
    last = [counts, chosen];
    const focused = keyOf(document.activeElement);
    const groups = Object.keys(FACETS).map((name) => group(name, counts[name] ?? {}, chosen[name]));
    box.replaceChildren(...groups.filter(Boolean));
    if (!focused) return;
    const again = [...box.querySelectorAll("[data-key]")].find((node) => keyOf(node) === focused);
    (again ?? box.querySelector("input"))?.focus({ preventScroll: true });
  }

  function group(name, counts, chosen) {
    const values = ordered(counts, chosen);
    if (!values.length) return null;
    const limit = Math.max(limits[name], chosen.length);
    const set = element("fieldset", {}, element("legend", {}, say(`facets.${name}`)));
    set.append(...values.slice(0, limit).map(([value, n]) => choice(name, value, n, chosen)));
    if (values.length > limit) set.append(moreButton(name));
    return set;
  }

  function choice(name, value, n, chosen) {
    const input = element("input", { type: "checkbox", "data-key": `${name}:${value}` });
    input.checked = chosen.includes(value);
    input.addEventListener("change", () => onToggle(name, value));
    return element(
      "label",
      {},
      input,
      element("span", {}, value),
      element("span", { class: "sp-facet-count" }, shown(n)),
    );
  }

  function moreButton(name) {
    const label = say("more_of", { name: say(`facets.${name}`) });
    const button = element("button", { type: "button", "aria-label": label }, say("more"));
    button.addEventListener("click", () => {
      const at = limits[name];
      limits[name] += STEP;
      show(...last);
      const inputs = [...box.querySelectorAll(`[data-key^="${name}:"]`)];
      inputs[at]?.focus();
    });
    return button;
  }

  return { node: box, show };
}

function keyOf(node) {
  return node?.dataset?.key ?? "";
}

// Chosen ones first, then by count; what would find nothing is left out.
function ordered(counts, chosen) {
  const all = { ...Object.fromEntries(chosen.map((value) => [value, 0])), ...counts };
  const rank = ([value, n]) => (chosen.includes(value) ? Infinity : n);
  return Object.entries(all)
    .filter(([value, n]) => n > 0 || chosen.includes(value))
    .sort((a, b) => rank(b) - rank(a) || b[1] - a[1] || a[0].localeCompare(b[0]));
}
