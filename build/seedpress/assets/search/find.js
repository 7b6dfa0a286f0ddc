// Asks Pagefind: from a state to the results, how many there are, and the counts of the facets.

import { openIndex } from "./shards.js";
import { FACETS, isEmpty } from "./state.js";

const ORDER = { newest: { date: "desc" }, oldest: { date: "asc" } };
const NAMESAKES = 3; // pages whose own name is what was asked for, shown before all others

let loading = null;

async function load(root) {
  const pagefind = await openIndex(root);
  return { pagefind, all: await pagefind.filters() };
}

// `article` is what the kind of articles is called in the index.
export async function find(root, state, article) {
  loading ??= load(root);
  loading.catch(() => (loading = null)); // the next search tries again
  const { pagefind, all } = await loading;
  if (isEmpty(state)) return { hits: null, facets: all };
  const filters = filtersOf(state.chosen);
  const sort = ORDER[state.sort];
  // Pagefind knows one kind of quotation mark, our readers several.
  const term = state.q.replace(/[“”„‟«»]/g, '"').trim() || null;
  const found = await pagefind.search(term, sort ? { filters, sort } : { filters });
  const first = term && !sort ? await foremost(pagefind, all, term, filters, article, found) : [];
  const hits = [...new Map([...first, ...found.results].map((hit) => [hit.id, hit])).values()];
  return { hits, facets: await countFacets(pagefind, term, state, found.filters) };
}

// The pages that bear the very name, then those that have the words side by side.
async function foremost(pagefind, all, term, filters, article, found) {
  const parts = [];
  if (!Object.keys(filters).length) {
    for (const [facet, value] of namesakes(all, term)) {
      parts.push(pagefind.search(term, { filters: { [facet]: value, kind: { none: [article] } } }));
    }
  }
  if (/\s/.test(term) && !term.includes('"')) {
    const together = await pagefind.sideBySide(term, filters);
    parts.push({ results: found.results.filter((hit) => together.has(hit.id)) });
  }
  return (await Promise.all(parts)).flatMap(({ results }) => results);
}

function namesakes(all, term) {
  const wanted = folded(term.replaceAll('"', ""));
  const found = ["entity", "keyword"].flatMap((facet) =>
    Object.keys(all[facet] ?? {})
      .filter((value) => folded(value) === wanted)
      .map((value) => [facet, value]),
  );
  return found.slice(0, NAMESAKES);
}

// Without accents and capitals, so that `Jose` finds `José`.
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
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
