// How well a page answers: Pagefind's formula, with what it counts in one shard counted in all.

const SATURATION = 1.4; // more of a word on one page soon says nothing more
const LENGTH = 0.75; // how much less a word says on a longer page
const SPELT = 1.8; // for a word that is spelt as it was asked for, with its accents

// `terms`: each `word` that is looked for, how those `begin` that are found for it, and on how many
// pages of all these stand.
// `all`: how many pages and words there are.
export function scoreOf(result, terms, all) {
  const rarities = terms.map(({ count }) => Math.log(1 + (all.pages - count + 0.5) / (count + 0.5)));
  const spelt = terms.length > 1 || isSpelt(result, terms[0]) ? SPELT : 1;
  return spelt * inText(result, terms, rarities, all) + inTitles(result, terms, rarities);
}

// Whether a page has a word with the accents that were asked for, or without as it was: Pagefind has
// counted that in, but tells it of the sum alone. (A word that ends otherwise is spelt nowhere so.)
function isSpelt({ score, scores = [], verbose_meta_scores: fields = [] }, { begin, word }) {
  if (!plain(word).startsWith(begin)) return true;
  const text = scores.reduce((sum, each) => sum + each.score, 0);
  const titles = fields.reduce((sum, each) => sum + each.coverage_boost, 0);
  return score - titles > text * (SPELT - 0.05);
}

function plain(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

function inText({ scores = [], params }, terms, rarities, all) {
  const longer = params?.document_length / (all.words / all.pages);
  let sum = 0;
  for (const { search_term: word, params: counted } of scores) {
    const often = counted.weighted_term_frequency * counted.length_bonus;
    const share = often / (SATURATION * (1 - LENGTH + LENGTH * longer) + often);
    sum += rarities[termOf(word, terms)] * (SATURATION + 1) * share;
  }
  return sum;
}

// A title counts the more, the more of what is looked for is in it; so do other fields of a page.
function inTitles({ verbose_meta_scores: fields = [] }, terms, rarities) {
  const every = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const parts = fields.map(({ field_weight, matched_terms }) => {
    const matched = termsOf(matched_terms, terms).reduce((sum, at) => sum + rarities[at], 0);
    return every ? (field_weight * matched ** 3) / every ** 2 : 0;
  });
  return parts.sort((a, b) => a - b).reduce((sum, part) => sum + part, 0); // always the same sum
}

// Which of the terms a word of the index was found for.
function termOf(word, terms) {
  return Math.max(0, terms.findIndex(({ begin }) => word.startsWith(begin)));
}

function termsOf(words, terms) {
  const found = new Set();
  for (const word of [...words].sort()) {
    const fits = terms.flatMap(({ begin }, at) => (word.startsWith(begin) ? [at] : []));
    found.add(fits.find((at) => !found.has(at)) ?? fits[0] ?? 0);
  }
  return [...found].sort((a, b) => a - b);
}
