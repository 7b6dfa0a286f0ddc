// Opens the search index: Pagefind's program and all shards of a large site, searched as one.

const SHARD = "shard"; // a filter that tells the shards apart

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
  const others = Array.from({ length: shards - 1 }, (_, n) => `${n + 1}`);
  await pagefind.options({ mergeFilter: { [SHARD]: "0" } });
  const merge = (name) =>
    pagefind.mergeIndex(`${folder.pathname}${name}/`, { ...options, mergeFilter: { [SHARD]: name } });
  await Promise.all(others.map(merge));
  const days = once(() => Promise.all(["", ...others].map((name) => daysOf(folder, name))));
  return { ...pagefind, search: (term, asked) => search(pagefind, days, term, asked) };
}

async function search(pagefind, days, term, asked = {}) {
  const filters = { ...asked.filters, ...(await whereKnown(pagefind, term)) };
  const found = await pagefind.search(term, { ...asked, filters });
  delete found.filters[SHARD];
  const way = asked.sort?.date;
  // Pagefind puts what several shards find in order of relevance only, whatever was asked for.
  if (way) found.results = byDay(found.results, new Map((await days()).flat()), way === "asc" ? 1 : -1);
  return found;
}

// For a word that its index does not hold Pagefind takes the nearest one, or overlooks it. A shard
// that lacks a word which others have would so find what one index would not: only those are asked
// that have every word which any of them has. (For a word that none has, each takes its own.)
async function whereKnown(pagefind, term) {
  const words = [...new Set((term ?? "").replaceAll('"', " ").split(/\s+/).filter(Boolean))];
  const counts = await Promise.all(words.map(async (word) => (await pagefind.search(`"${word}"`)).filters[SHARD]));
  const places = counts.map((count) => Object.keys(count ?? {}).filter((name) => count[name] > 0));
  const known = places.filter((names) => names.length);
  if (!known.length) return {};
  const everywhere = known.reduce((all, names) => all.filter((name) => names.includes(name)));
  return { [SHARD]: { any: everywhere.length ? everywhere : ["none"] } };
}

// Pages without a day are none of the results, as in one index: a shard without any knows no order.
function byDay(results, day, sign) {
  const dated = results.filter((result) => day.has(result.id));
  return dated.sort((a, b) => sign * day.get(a.id).localeCompare(day.get(b.id)));
}

// Which result is of which day: [[result, day]].
async function daysOf(folder, name) {
  const listed = await json(new URL(name ? `${name}/days.json` : "days.json", folder));
  return Object.entries(listed).flatMap(([day, results]) => results.map((result) => [result, day]));
}

function once(make) {
  let made = null;
  return () => (made ??= make());
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  return answer.json();
}
