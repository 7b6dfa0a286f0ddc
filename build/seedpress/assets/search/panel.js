// The search itself: field, filters, order, status, results; the dialog and the search page hold one.

import { element } from "./element.js";
import { makeFacets } from "./facets.js";
import { find } from "./find.js";
import { makeResults } from "./results.js";
import { SORTS, emptyState, isEmpty, toggled } from "./state.js";
import { words } from "./words.js";

const PAUSE = 150; // ms after a key, before searching

let count = 0;

export function makePanel(root, { size, onChange = () => {}, onSubmit = () => {} }) {
  const word = words();
  const id = `sp-search-${(count += 1)}`;
  let state = emptyState();
  let turn = 0;
  let timer = 0;

  const input = element("input", {
    type: "search", id, autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    enterkeyhint: "search", placeholder: word.placeholder,
  });
  const label = element("label", { for: id, class: "sp-hidden" }, word.search);
  const form = element("form", { role: "search", class: "sp-search-form" }, label, input);
  const status = element("p", { role: "status", class: "sp-search-status" });
  const sort = element("select", {}, ...SORTS.map((s) => element("option", { value: s }, word[s])));
  const sorting = element("label", { class: "sp-search-sort" }, element("span", {}, word.sort), sort);
  const clear = element("button", { type: "button", hidden: "" }, word.clear);
  const facets = makeFacets(word, (name, value) => change(toggled(state, name, value)));
  const results = makeResults(word, size);
  const filters = element("details", { class: "sp-search-filters" },
    element("summary", { class: "sp-search-summary" }, word.filters), facets.node, clear);
  const found = element("div", { class: "sp-search-found" },
    element("div", { class: "sp-search-bar" }, status, sorting), ...results.nodes);
  const columns = element("div", { class: "sp-search-columns" }, filters, found);
  filters.open = matchMedia("(min-width: 60em)").matches;

  async function update() {
    const mine = (turn += 1);
    found.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => mine === turn && (status.textContent = word.loading), 300);
    try {
      const { hits, facets: counts } = await find(root, state);
      if (mine !== turn) return;
      facets.show(counts, state.chosen);
      await results.show(hits);
      if (mine === turn) tell(hits);
    } catch (error) {
      if (mine === turn) status.textContent = word.failed;
      throw error;
    } finally {
      clearTimeout(slow);
      if (mine === turn) found.setAttribute("aria-busy", "false");
    }
  }

  function tell(hits) {
    const q = state.q.trim();
    sorting.hidden = !hits?.length;
    clear.hidden = Object.values(state.chosen).every((values) => !values.length);
    if (!hits) status.textContent = word.hint;
    else if (!hits.length) status.textContent = `${q ? word.noneFor(q) : word.none}. ${word.noneHint}`;
    else {
      const text = q ? word.foundFor(hits.length, q) : word.found(hits.length);
      status.textContent = state.sort === "relevance" ? text : `${text} (${word.dated})`;
    }
  }

  function show(next) {
    state = next;
    if (input.value.trim() !== state.q.trim()) input.value = state.q;
    sort.value = state.sort;
    return update();
  }

  function change(next) {
    onChange(next);
    return show(next);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    found.setAttribute("aria-busy", "true");
    timer = setTimeout(() => change({ ...state, q: input.value }), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    onSubmit({ ...state, q: input.value }, () => change({ ...state, q: input.value }));
  });
  sort.addEventListener("change", () => change({ ...state, sort: sort.value }));
  clear.addEventListener("click", () => {
    input.focus();
    change({ ...emptyState(), q: state.q, sort: state.sort });
  });

  // Arrow keys walk from the field through the results and back.
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...results.links()];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || event.isComposing) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
  }
  form.addEventListener("keydown", walk);
  found.addEventListener("keydown", walk);

  return { nodes: [form, columns], word, input, show, state: () => state, isEmpty: () => isEmpty(state) };
}
