// Marks in the page the words that a search led here by, then takes them out of the address.

const MOST = 200; // marks in one page

export function markWords() {
  const address = new URL(location.href);
  const words = address.searchParams.get("h").split(/\s+/).filter(Boolean).slice(0, 8);
  address.searchParams.delete("h");
  history.replaceState(history.state, "", address);
  const content = document.querySelector(".md-content__inner");
  if (!content || !words.length) return;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style, [hidden]")) nodes.push(walker.currentNode);
  }
  let left = MOST;
  for (const node of nodes) left -= markIn(node, pattern, left);
}

function markIn(node, pattern, most) {
  const found = [...node.data.matchAll(pattern)].slice(0, most);
  for (const match of found.reverse()) {
    const range = document.createRange();
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    const mark = document.createElement("mark");
    mark.className = "sp-mark";
    range.surroundContents(mark);
  }
  return found.length;
}
