// The piece of a page that answers best: its words, and the nearest place above it to jump to.

const LENGTH = 30;
const LEAD = 6; // words before the first match, where there is room
const EDGES = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;
const SPACE = { text: " ", match: false };

// Pagefind keeps a page as words with HTML escapes; positions count words.
function wordsOf(content) {
  const words = content.replaceAll("<", "&lt;").split(/\s+/).join(" ");
  const plain = new DOMParser().parseFromString(`<p>${words}`, "text/html");
  return plain.body.textContent.split(" ");
}

// Where the window of LENGTH words with the most weight begins.
function bestStart(places) {
  const sorted = [...places].sort((a, b) => a.location - b.location);
  let [best, bestSum, sum, first] = [0, -1, 0, 0];
  for (const place of sorted) {
    sum += place.balanced_score;
    while (place.location - sorted[first].location >= LENGTH - LEAD) {
      sum -= sorted[first].balanced_score;
      first += 1;
    }
    if (sum > bestSum) [best, bestSum] = [first, sum];
  }
  return sorted[best]?.location ?? 0;
}

export function excerptOf(data) {
  const all = wordsOf(data.raw_content ?? "");
  const matched = new Set(data.locations);
  const places = data.weighted_locations;
  // The title stands above the excerpt already: words of the text tell more.
  const title = endOfTitle(data);
  const body = places.filter((place) => place.location >= title);
  const hit = bestStart(body.length ? body : places);
  const start = Math.max(0, title, Math.min(hit - LEAD, all.length - LENGTH));
  const pieces = [];
  for (let at = start; at < Math.min(start + LENGTH, all.length); at += 1) {
    pieces.push(...(matched.has(at) ? split(all[at]) : [{ text: all[at], match: false }]), SPACE);
  }
  return {
    pieces,
    before: start > title,
    after: start + LENGTH < all.length,
    anchor: matched.size ? anchorAbove(data.anchors, hit) : null,
    matches: [...new Set([...matched].map((at) => parts(all[at] ?? "")[1]))].filter(Boolean).slice(0, 8),
  };
}

function endOfTitle({ anchors }) {
  const title = anchors?.find((anchor) => anchor.element === "h1");
  return title ? title.location + title.text.trim().split(/\s+/).length : 0;
}

function anchorAbove(anchors, location) {
  let found = null;
  for (const anchor of anchors ?? []) {
    if (anchor.element === "h1") continue; // the top of the page needs no place
    if (anchor.location <= location && (!found || anchor.location >= found.location)) found = anchor;
  }
  return found?.id ?? null;
}

// What stands before, in and after a word: quotation marks and full stops are no part of it.
function parts(word) {
  return word.length > 100 ? ["", word, ""] : EDGES.exec(word).slice(1);
}

function split(word) {
  return parts(word).map((text, at) => ({ text, match: at === 1 }));
}
