// Loaded by every page of a site that has a search index; the rest is fetched when it is wanted.

const here = (name) => new URL(name, import.meta.url).href;
const root = new URL("../../", import.meta.url);

let dialog = null;

function prepare() {
  dialog ??= import(here("dialog.js")).then((module) => module.makeDialog(root));
  return dialog;
}

async function open() {
  (await prepare()).open();
}

function typing(target) {
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}

function wanted({ ctrlKey, metaKey, key, target }) {
  if (ctrlKey || metaKey) return key.toLowerCase() === "k";
  if (key === " ") return Boolean(target.closest?.(".sp-search-open")); // as buttons do
  return key === "/" && !typing(target);
}

function onKey(event) {
  if (event.defaultPrevented || event.altKey || event.shiftKey) return;
  if (!wanted(event)) return;
  event.preventDefault();
  event.stopPropagation();
  const own = document.querySelector(".sp-search-page input[type=search]");
  if (own) own.focus();
  else open();
}

function onClick(event) {
  const button = event.target.closest?.(".sp-search-open");
  // A click that asks for a new tab or window gets the search page.
  if (!button || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const own = document.querySelector(".sp-search-page input[type=search]");
  if (own) own.focus();
  else open();
}

// First in line, so that the theme's own keys do not answer as well.
addEventListener("keydown", onKey, { capture: true });
addEventListener("click", onClick);
for (const button of document.querySelectorAll(".sp-search-open")) {
  button.setAttribute("role", "button");
  button.setAttribute("aria-haspopup", "dialog");
}

const page = document.querySelector("[data-sp-search]");
if (page) import(here("page.js")).then((module) => module.makePage(page, root));
// The few kilobytes of the dialog come when the page rests, so that no key typed after `/` is lost;
// the index itself only when it is opened.
else (window.requestIdleCallback ?? setTimeout)(prepare);
if (new URLSearchParams(location.search).has("h")) {
  import(here("marks.js")).then((module) => module.markWords());
}
