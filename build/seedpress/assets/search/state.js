// What is searched for: words, chosen filters, order; and the same as an address.

// An article has one kind, outlet and year: choosing two widens. It has many names and keywords:
// choosing two narrows.
export const FACETS = { kind: "any", source: "any", year: "any", entity: "all", keyword: "all" };
export const SORTS = ["relevance", "newest", "oldest"];

export function emptyState() {
  return {
    q: "",
    sort: "relevance",
    chosen: Object.fromEntries(Object.keys(FACETS).map((name) => [name, []])),
  };
}

export function isEmpty(state) {
  return !state.q.trim() && Object.values(state.chosen).every((values) => values.length === 0);
}

export function fromAddress(search) {
  const given = new URLSearchParams(search);
  const state = emptyState();
  state.q = given.get("q") ?? "";
  if (SORTS.includes(given.get("sort"))) state.sort = given.get("sort");
  for (const name of Object.keys(FACETS)) state.chosen[name] = [...new Set(given.getAll(name))];
  return state;
}

export function toAddress(state) {
  const made = new URLSearchParams();
  if (state.q.trim()) made.set("q", state.q.trim());
  for (const [name, values] of Object.entries(state.chosen)) {
    for (const value of values) made.append(name, value);
  }
  if (state.sort !== "relevance") made.set("sort", state.sort);
  const text = made.toString();
  return text && `?${text}`;
}

export function toggled(state, name, value) {
  const before = state.chosen[name];
  const after = before.includes(value) ? before.filter((v) => v !== value) : [...before, value];
  return { ...state, chosen: { ...state.chosen, [name]: after } };
}
