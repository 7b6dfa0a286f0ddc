// Loaded by every page of a site that has a search index; the rest is fetched when it is wanted.

const here = (name) => new URL(name, import.meta.url).href;
const root = new URL("../../", import.meta.url);
const page = document.querySelector("[data-sp-search]");
const buttons = () => document.querySelectorAll(".sp-search-open");

let search = null; // a promise of the dialog, or of the search page
let typed = null; // what was typed since the search was asked for and before it was there

function prepare() {
  search ??= page
    ? import(here("page.js")).then((module) => module.makePage(page, root))
    : import(here("dialog.js")).then((module) => module.makeDialog(root));
  return search;
}

async function open() {
  if (typed !== null) return; // on its way
  typed = "";
  try {
    const made = await prepare();
    if (typed !== null) made.open(typed);
  } catch {
    search = null; // the next try loads again; meanwhile there is the page, if we are not on it
    if (!page) location.assign(buttons()[0]?.href ?? root);
  } finally {
    typed = null;
  }
}

// No key is lost between the one that asks for the search and the moment it is there.
function keep(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") typed = null;
  else if (event.key === "Backspace") typed = typed.slice(0, -1);
  else if ([...event.key].length === 1) typed += event.key;
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function typing(target) {
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}

function wanted({ ctrlKey, metaKey, shiftKey, key, target }) {
  const command = ctrlKey || metaKey;
  if (key === "/") return !command && !typing(target); // on many keyboards with Shift
  if (shiftKey) return false;
  if (command) return key.toLowerCase() === "k";
  return key === " " && Boolean(target.closest?.(".sp-search-open")); // as buttons do
}

function onKey(event) {
  if (event.defaultPrevented) return;
  if (typed !== null) {
    keep(event);
    return;
  }
  if (event.altKey || !wanted(event)) return;
  event.preventDefault();
  event.stopPropagation();
  open();
}

function onClick(event) {
  const button = event.target.closest?.(".sp-search-open");
  // A click that asks for a new tab or window gets the search page.
  if (!button || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
}

// First in line, so that the theme's own keys do not answer as well.
addEventListener("keydown", onKey, { capture: true });
addEventListener("click", onClick);
for (const button of buttons()) {
  button.setAttribute("role", "button");
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-keyshortcuts", "/ Control+K");
  // The few kilobytes of the dialog come when it is about to be wanted; the index when it opens.
  for (const sign of ["pointerenter", "focus"]) {
    button.addEventListener(sign, () => prepare().catch(() => (search = null)), { once: true });
  }
}

if (page) prepare();
if (new URLSearchParams(location.search).has("h")) {
  import(here("marks.js")).then((module) => module.markWords());
}
