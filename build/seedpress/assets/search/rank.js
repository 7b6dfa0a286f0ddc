// How well a page answers: Pagefind's formula, with what it counts in one shard counted in all.

const SATURATION = 1.4; // more of a word on one page soon says nothing more
const LENGTH = 0.75; // how much less a word says on a longer page
const SPELT = 1.8; // for a word against a title that has it

// `terms`: of each word that is looked for its beginning, and on how many pages of all it stands.
// `all`: how many pages and words there are.
export function scoreOf(result, terms, all) {
  const rarities = terms.map(({ count }) => Math.log(1 + (all.pages - count + 0.5) / (count + 0.5)));
  return inText(result, terms, rarities, all) + inTitles(result, terms, rarities);
}

function inText({ scores = [], params }, terms, rarities, all) {
  const longer = params?.document_length / (all.words / all.pages);
  let sum = 0;
  for (const { search_term: word, params: counted } of scores) {
    const often = counted.weighted_term_frequency * counted.length_bonus;
    const share = often / (SATURATION * (1 - LENGTH + LENGTH * longer) + often);
    sum += rarities[termOf(word, terms)] * (SATURATION + 1) * share * SPELT;
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
