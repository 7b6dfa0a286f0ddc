// Opens the search index: Pagefind's program and all shards of a large site, searched as one.

export async function openIndex(root) {
  const folder = new URL("pagefind/", root);
  const [pagefind, { shards }] = await Promise.all([
    import(new URL("pagefind.js", folder).href),
    json(new URL("shards.json", folder)),
  ]);
  const options = { baseUrl: root.pathname };
  await pagefind.options(options);
  await pagefind.init();
  if (shards === 1) return pagefind;
  const others = Array.from({ length: shards - 1 }, (_, n) => new URL(`${n + 1}/`, folder));
  await Promise.all(others.map((other) => pagefind.mergeIndex(other.pathname, options)));
  return { ...pagefind, search: inOrder(pagefind, [folder, ...others]) };
}

// Pagefind puts what several shards find in order of relevance only, whatever was asked for.
function inOrder(pagefind, folders) {
  let days = null;
  return async (term, options) => {
    const found = await pagefind.search(term, options);
    const way = options?.sort?.date;
    if (!way) return found;
    days ??= Promise.all(folders.map((folder) => json(new URL("days.json", folder)))).then(byResult);
    const day = await days;
    const sign = way === "asc" ? 1 : -1;
    found.results.sort((a, b) => sign * (day.get(a.id) ?? "").localeCompare(day.get(b.id) ?? ""));
    return found;
  };
}

function byResult(listings) {
  const pairs = listings.flatMap((listing) => Object.entries(listing));
  return new Map(pairs.flatMap(([day, results]) => results.map((result) => [result, day])));
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  return answer.json();
}
