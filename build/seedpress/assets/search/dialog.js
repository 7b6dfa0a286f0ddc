// The search over a page: a modal dialog, whose focus trap and Esc are the browser's own.

import { element } from "./element.js";
import { makePanel } from "./panel.js";
import { emptyState, toAddress } from "./state.js";
import { loadWords } from "./words.js";

export async function makeDialog(root) {
  const say = await loadWords(root);
  const place = new URL(document.querySelector(".sp-search-open")?.href ?? "search/", root);
  const page = element("a", { class: "sp-search-page-link", href: place.href });
  const at = (state) => place.href + toAddress(state);
  const panel = makePanel(root, say, {
    size: 10,
    onChange: (state) => page.setAttribute("href", at(state)),
    onSubmit: (state) => location.assign(at(state)),
  });
  page.append(say("page"), " ", element("span", {}, say("page_hint")));
  const closing = { type: "button", class: "sp-search-close", "aria-label": say("close") };
  const close = element("button", closing, "×");
  const keys = element("span", { class: "sp-search-keys", "aria-hidden": "true" }, say("keys"));
  const dialog = element(
    "dialog",
    { class: "sp-search sp-search-dialog md-typeset", "aria-label": say("search") },
    close,
    ...panel.nodes,
    element("footer", {}, page, keys),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog && isOutside(dialog, event)) dialog.close();
    // A result on the page that is open already leads nowhere new: show it.
    else if (event.target.closest("a")?.href.split(/[?#]/)[0] === location.href.split(/[?#]/)[0]) {
      dialog.close();
    }
  });
  document.body.append(dialog);
  return {
    // `typed` is what was typed before the dialog was there.
    async open(typed) {
      if (dialog.open) return;
      dialog.showModal();
      panel.input.focus();
      panel.input.select();
      if (typed) panel.type(typed);
      else if (panel.isEmpty()) await panel.show(emptyState());
    },
  };
}

// The backdrop is part of the dialog, so a click on it can be told by its place only.
function isOutside(dialog, { clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
