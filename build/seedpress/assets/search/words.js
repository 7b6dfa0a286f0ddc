// The words of the search in each language that has them; English where a language has none.

const WORDS = {
  en: {
    search: "Search",
    close: "Close",
    placeholder: "Articles, names, keywords",
    hint: "Type words, or pick a filter. “Quotation marks” find an exact phrase.",
    loading: "Loading the index …",
    failed: "The search index could not be loaded.",
    none: "Nothing found",
    noneFor: (q) => `Nothing found for “${q}”`,
    noneHint: "Try fewer or other words, or fewer filters.",
    found: (n) => (n === 1 ? "1 result" : `${n.toLocaleString("en")} results`),
    foundFor: (n, q) => `${WORDS.en.found(n)} for “${q}”`,
    dated: "with a date",
    filters: "Filter",
    clear: "Clear filters",
    more: "More",
    moreOf: (name) => `More of ${name}`,
    moreResults: "More results",
    sort: "Sort",
    relevance: "Best match",
    newest: "Newest first",
    oldest: "Oldest first",
    page: "Open as a page",
    pageHint: "with an address to share",
    keys: "↑ ↓ to move, Enter to open, Esc to close",
    facets: { kind: "Kind", source: "Outlet", year: "Year", entity: "Who and what", keyword: "Keyword" },
  },
};

export function words() {
  const language = document.documentElement.lang.toLowerCase();
  return WORDS[language] ?? WORDS[language.split("-")[0]] ?? WORDS.en;
}
