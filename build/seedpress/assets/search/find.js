// Asks Pagefind: from a state to the results, how many there are, and the counts of the facets.

import { FACETS, isEmpty } from "./state.js";

const ORDER = { newest: { date: "desc" }, oldest: { date: "asc" } };

let loading = null;

async function load(root) {
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
  await pagefind.options({ baseUrl: root.pathname });
  await pagefind.init();
  return { pagefind, all: await pagefind.filters() };
}

export async function find(root, state) {
  loading ??= load(root);
  loading.catch(() => (loading = null)); // the next search tries again
  const { pagefind, all } = await loading;
  if (isEmpty(state)) return { hits: null, facets: all };
  const filters = filtersOf(state.chosen);
  const sort = ORDER[state.sort];
  // Pagefind knows one kind of quotation mark, our readers several.
  const term = state.q.replace(/[“”„‟«»]/g, '"').trim() || null;
  const found = await pagefind.search(term, sort ? { filters, sort } : { filters });
  return { hits: found.results, facets: await countFacets(pagefind, term, state, found.filters) };
}

function filtersOf(chosen) {
  const filters = {};
  for (const [name, values] of Object.entries(chosen)) {
    if (values.length) filters[name] = { [FACETS[name]]: values };
  }
  return filters;
}

// Beside a chosen outlet stands what choosing another one too would add: counts without that filter.
async function countFacets(pagefind, term, state, counts) {
  const facets = { ...counts };
  for (const [name, way] of Object.entries(FACETS)) {
    if (way !== "any" || !state.chosen[name].length) continue;
    const filters = filtersOf({ ...state.chosen, [name]: [] });
    facets[name] = (await pagefind.search(term, { filters })).filters[name];
  }
  return facets;
}
