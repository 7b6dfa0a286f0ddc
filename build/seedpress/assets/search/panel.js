// The search itself, which the dialog and the search page hold: from a state to what is shown.

import { makeFacets } from "./facets.js";
import { find } from "./find.js";
import { makeFrame } from "./frame.js";
import { makeResults } from "./results.js";
import { emptyState, isEmpty, toggled } from "./state.js";

const PAUSE = 150; // ms after a key, before searching
const PATIENCE = 300; // ms before it says that it is loading

export function makePanel(root, say, { size, onChange, onSubmit }) {
  const facets = makeFacets(say, (name, value) => change(toggled(now(), name, value)));
  const results = makeResults(say, size);
  const frame = makeFrame(say, facets, results);
  const { input, status } = frame;
  let state = emptyState();
  let turn = 0; // of the latest search: the answer to an earlier one is not shown any more

  const busy = (value) => frame.found.setAttribute("aria-busy", value);

  // The state with what stands in the field at this moment.
  function now() {
    return { ...state, q: input.value };
  }

  // More is being typed: what is still searched for is not wanted any more.
  function wait() {
    turn += 1;
    busy(true);
  }

  async function update() {
    const mine = (turn += 1);
    busy(true);
    const slow = setTimeout(() => mine === turn && (status.textContent = say("loading")), PATIENCE);
    try {
      const { hits, facets: counts } = await find(root, state, say("article"));
      if (mine !== turn) return;
      facets.show(counts, state.chosen);
      await results.show(hits);
      if (mine === turn) tell(frame, say, state, hits);
    } catch (error) {
      if (mine === turn) status.textContent = say("failed");
      throw error;
    } finally {
      clearTimeout(slow);
      if (mine === turn) busy(false);
    }
  }

  function show(next) {
    state = next;
    if (input.value.trim() !== state.q.trim()) input.value = state.q;
    frame.sort.value = state.sort;
    return update();
  }

  function change(next) {
    onChange(next);
    return show(next);
  }

  // Puts words into the field as if they were typed there.
  function type(words) {
    input.value = words;
    input.dispatchEvent(new Event("input"));
  }

  listen(frame, now, wait, change, onSubmit);
  return { nodes: frame.nodes, input, show, type, isEmpty: () => isEmpty(state) };
}

function listen({ input, form, sort, clear }, now, wait, change, onSubmit) {
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    wait();
    timer = setTimeout(() => change(now()), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    onSubmit(now(), () => change(now()));
  });
  sort.addEventListener("change", () => change({ ...now(), sort: sort.value }));
  clear.addEventListener("click", () => {
    input.focus();
    change({ ...now(), chosen: emptyState().chosen });
  });
}

function tell({ status, sorting, clear }, say, state, hits) {
  const q = state.q.trim();
  sorting.hidden = !hits?.length;
  clear.hidden = Object.values(state.chosen).every((values) => !values.length);
  if (!hits) status.textContent = say("hint");
  else if (!hits.length) status.textContent = say(q ? "none_for" : "none", { q });
  else {
    const text = say(q ? "found_for" : "found", { n: hits.length, q });
    status.textContent = state.sort === "relevance" ? text : say("dated", { text });
  }
}
