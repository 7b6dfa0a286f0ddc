// Looks a word up in all shards: where it is known, and on how many pages.

const NOTHING = { kind: "\u0000" }; // a filter that no page passes: only counts are wanted
const SHORTEST = 3; // letters of a word that is taken for a longer one
const MARKS = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu; // what Pagefind overlooks
const UNSPACED = /^(zh|ja|th)\b/i; // languages whose words Pagefind finds as the browser does
const LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]$/u;

// The words of what was typed. A letter alone begins too many words to say anything beside others.
export function wordsOf(term) {
  const words = split(term.toLowerCase().replace(MARKS, "")).filter(Boolean);
  return [...new Set(words)].filter((word) => !LETTER.test(word));
}

function split(text) {
  const language = document.documentElement.lang;
  if (!UNSPACED.test(language)) return text.split(/\s+/);
  const parts = [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)];
  return parts.map(({ segment }) => segment.trim());
}

// `shards` with `starts`, the first word of each of their files. What was found is kept.
export function makeLookup(shards) {
  const kept = new Map();
  return (word) => {
    if (!kept.has(word)) {
      const found = lookUp(shards, word);
      found.catch(() => kept.delete(word));
      kept.set(word, found);
    }
    return kept.get(word);
  };
}

// {begin: how the words begin that it stands for, count: of pages, places: shards that know it};
// null where no shard knows it, nor a word that it begins with.
async function lookUp(shards, word) {
  const [{ search_keywords: stems }] = await Promise.all([
    shards[0].search(word, NOTHING),
    ...shards.map((shard) => shard.load(word)),
  ]);
  const stem = stems?.[0] ?? word;
  const known = await Promise.all(shards.map((shard) => beginningSo(shard, word, stem)));
  if (known.some(({ count }) => count)) return summed(stem, known);
  const shorter = await Promise.all(shards.map((shard) => shortened(shard, word, stem)));
  const begin = shorter.map((found) => found.begin).reduce((a, b) => (b.length > a.length ? b : a));
  if (begin.length < SHORTEST) return null;
  return summed(begin, shorter.filter((found) => found.begin === begin));
}

function summed(begin, found) {
  const places = found.filter(({ count }) => count);
  const count = places.reduce((sum, place) => sum + place.count, 0);
  return { begin, count, places: new Set(places.map(({ shard }) => shard)) };
}

// How many pages of a shard have a word that begins with `stem`.
async function beginningSo(shard, word, stem) {
  const next = shard.starts.filter((start) => start.startsWith(stem));
  if (next.length) await shard.load(next.join(" "));
  const [any, exactly] = await Promise.all(
    [word, `"${word}"`].map((term) => shard.search(term, NOTHING)),
  );
  const count = any.unfilteredResultCount;
  if (!count || exactly.unfilteredResultCount) return { shard, count };
  // It may have taken a shorter word instead; only results tell.
  return { shard, count: (await taken(shard, word)).startsWith(stem) ? count : 0 };
}

// The longest word of a shard that `stem` begins with, and on how many pages it is.
async function shortened(shard, word, stem) {
  const letters = [...stem];
  const shorter = letters.map((_, at) => letters.slice(0, at).join("")).slice(SHORTEST);
  if (shorter.length) await shard.load(shorter.join(" "));
  const { unfilteredResultCount: count } = await shard.search(word, NOTHING);
  return { shard, count, begin: count ? await taken(shard, word) : "" };
}

// The word that a shard has found pages for, in their text or in their titles.
async function taken(shard, word) {
  const [{ scores = [], verbose_meta_scores: fields = [] } = {}] = (await shard.search(word)).results;
  return scores[0]?.search_term ?? fields[0]?.matched_terms[0] ?? "";
}
