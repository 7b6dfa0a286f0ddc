// The words of the search in the site's language: made with the pages, from one file a language.

const language = document.documentElement.lang || "en";

export async function loadWords(root) {
  const answer = await fetch(new URL("assets/search-words.json", root));
  const table = await answer.json();
  // Says the words for `key`; with an `n` in the form that it wants.
  return (key, values = {}) => {
    let text = key.split(".").reduce((found, part) => found[part], table);
    if (typeof text !== "string") text = values.n === 1 ? text.one : text.other;
    return text.replace(/\{(\w+)\}/g, (_, name) => shown(values[name]));
  };
}

export function shown(value) {
  return typeof value === "number" ? value.toLocaleString(language) : value;
}
