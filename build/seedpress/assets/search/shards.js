// Opens the search index: all shards of a large site, searched as one. What is found, and in which
// order, is the same in however many shards the site's pages are.

import { nameIn, openShards } from "./engine.js";
import { makeLookup, wordsOf } from "./lookup.js";
import { scoreOf } from "./rank.js";

const QUOTED = /^\s*"(.+)"\s*$/;

export async function openIndex(root) {
  const folder = new URL("pagefind/", root);
  const { shards: figures } = await json(new URL("shards.json", folder));
  const names = figures.map((_, number) => `${number}`);
  const opened = await openShards(folder, names, root.pathname);
  const shards = opened.map((shard, number) => ({ ...shard, ...figures[number] }));
  const index = {
    shards,
    all: { pages: total(figures, "pages"), words: total(figures, "words") },
    lookUp: makeLookup(shards),
    days: once(() => daysOf(folder, names)),
  };
  return {
    filters: async () => added(await Promise.all(shards.map((shard) => shard.filters()))),
    search: (term, asked) => search(index, term, asked),
    sideBySide: (term, filters) => sideBySide(index, term, filters),
  };
}

// `term` null: all pages that pass the `filters`. `sort`: by `date`, "asc" or "desc".
async function search(index, term, { filters = {}, sort } = {}) {
  const found = term === null ? await everywhere(index, null, filters) : await ranked(index, term, filters);
  const way = sort?.date;
  if (!way && term !== null) return found;
  const day = await index.days();
  const results = way ? found.results.filter(({ id }) => day.has(id)) : found.results;
  return { ...found, results: byDay(results, day, way === "asc" ? 1 : -1) };
}

// What has all of the words; in quotation marks, side by side. The best come first.
async function ranked(index, term, filters) {
  const [, phrase] = QUOTED.exec(term) ?? [];
  const words = wordsOf(phrase ?? term);
  const letters = words.length ? null : phrase ?? term.replaceAll('"', " ");
  const terms = (await Promise.all(words.map(index.lookUp))).map((known, at) => ({ ...known, word: words[at] }));
  const exactly = phrase || letters ? await everywhere(index, `"${phrase ?? letters}"`, filters) : null;
  const loosely = await withAll(index, terms.filter(({ count }) => count), filters);
  if (!exactly) return loosely;
  const scores = new Map(loosely.results.map(({ id, score }) => [id, score]));
  const results = exactly.results.map((hit) => ({ ...hit, score: scores.get(hit.id) ?? 0 }));
  return { ...exactly, results: results.sort(better) };
}

// A word that no shard knows is overlooked. A shard that lacks one which others know is not asked:
// it would overlook that, too, or take another for it.
async function withAll(index, terms, filters) {
  if (!terms.length) return { results: [], filters: {} };
  const places = index.shards.filter((shard) => terms.every((term) => term.places.has(shard)));
  const found = await everywhere({ shards: places }, terms.map(({ word }) => word).join(" "), filters);
  const results = found.results.map((hit) => ({ ...hit, score: scoreOf(hit, terms, index.all) }));
  return { ...found, results: results.sort(better) };
}

async function everywhere({ shards }, term, filters) {
  const found = await Promise.all(shards.map((shard) => shard.search(term, filters)));
  return {
    results: found.flatMap(({ results }) => results),
    filters: added(found.map((each) => each.filters)),
  };
}

// Which of the results have the words of `term` side by side.
async function sideBySide(index, term, filters) {
  const { results } = await everywhere(index, `"${term}"`, filters);
  return new Set(results.map(({ id }) => id));
}

function better(a, b) {
  return b.score - a.score || byName(a, b);
}

// Results are named after what is on their page.
function byName(a, b) {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

// Pages of one day in order of relevance; those without a day last.
function byDay(results, day, sign) {
  const dated = (hit) => day.get(hit.id) ?? "";
  const order = (a, b) => Number(!dated(a)) - Number(!dated(b)) || sign * compare(dated(a), dated(b));
  return [...results].sort((a, b) => order(a, b) || better(a, b));
}

function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}

// Counts of facets, one by one; what nothing has is left out.
function added(counts) {
  const sum = {};
  for (const [name, values] of counts.flatMap((each) => Object.entries(each))) {
    for (const [value, n] of Object.entries(values)) {
      if (!n) continue;
      sum[name] ??= {};
      sum[name][value] = (sum[name][value] ?? 0) + n;
    }
  }
  return sum;
}

// {result: day} of those that have one.
async function daysOf(folder, names) {
  const paths = names.map((name) => (name === "0" ? "days.json" : `${name}/days.json`));
  const listed = await Promise.all(paths.map((path) => json(new URL(path, folder))));
  const days = listed.flatMap((each, at) =>
    Object.entries(each).flatMap(([day, ids]) => ids.map((id) => [nameIn(names[at], id), day])),
  );
  return new Map(days);
}

function total(figures, name) {
  return figures.reduce((sum, each) => sum + each[name], 0);
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
