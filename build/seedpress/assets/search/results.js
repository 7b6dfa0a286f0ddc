// The list of results: title, what it is, the words around the best match; more on demand.

import { element } from "./element.js";
import { excerptOf } from "./excerpt.js";

export function makeResults(say, size) {
  const list = element("ol", { class: "sp-results" });
  const more = element("button", { type: "button", class: "sp-search-more", hidden: "" }, say("more_results"));
  let hits = [];
  let shown = 0;
  let turn = 0;

  async function add() {
    const mine = turn;
    const next = hits.slice(shown, shown + size);
    const datas = await Promise.all(next.map((hit) => hit.data()));
    if (mine !== turn) return null; // another search came in between
    const items = datas.map((data) => item(data));
    if (!shown) list.replaceChildren();
    list.append(...items);
    shown += next.length;
    more.hidden = shown >= hits.length;
    return items[0] ?? null;
  }

  more.addEventListener("click", async () => (await add())?.querySelector("a").focus());
  return {
    nodes: [list, more],
    links: () => [...list.querySelectorAll("a")],
    show(found) {
      turn += 1;
      hits = found ?? [];
      shown = 0;
      if (hits.length) return add();
      list.replaceChildren();
      more.hidden = true;
      return null;
    },
  };
}

function item(data) {
  const excerpt = excerptOf(data);
  const link = element("a", { href: address(data, excerpt) }, data.meta.title ?? data.url);
  const parts = [data.filters.kind?.[0], data.filters.source?.[0], data.meta.date];
  const about = parts.filter(Boolean).join(" · ");
  return element(
    "li",
    {},
    element("h3", {}, link),
    ...(about ? [element("p", { class: "sp-result-about" }, about)] : []),
    element("p", { class: "sp-result-excerpt" }, ...passage(excerpt)),
  );
}

function passage({ pieces, before, after }) {
  const nodes = before ? ["… "] : [];
  for (const { text, match } of pieces) {
    nodes.push(match ? element("mark", {}, text) : text);
  }
  return after ? [...nodes, "…"] : nodes;
}

// The address of the place in the page, with the words that the page is to mark.
function address(data, { anchor, matches }) {
  const url = new URL(data.url, location.href);
  if (matches.length) url.searchParams.set("h", matches.join(" "));
  if (anchor) url.hash = anchor;
  return url.href;
}
