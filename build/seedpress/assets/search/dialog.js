// The search over a page: a modal dialog, whose focus trap and Esc are the browser's own.

import { element } from "./element.js";
import { makePanel } from "./panel.js";
import { emptyState, toAddress } from "./state.js";

export function makeDialog(root) {
  const place = new URL(document.querySelector(".sp-search-open")?.href ?? "search/", root);
  const page = element("a", { class: "sp-search-page-link", href: place.href });
  const at = (state) => place.href + toAddress(state);
  const panel = makePanel(root, {
    size: 10,
    onChange: (state) => page.setAttribute("href", at(state)),
    onSubmit: (state) => location.assign(at(state)),
  });
  const { word } = panel;
  page.append(word.page, " ", element("span", {}, word.pageHint));
  const close = element("button", { type: "button", class: "sp-search-close", "aria-label": word.close }, "×");
  const dialog = element("dialog", { class: "sp-search sp-search-dialog md-typeset", "aria-label": word.search });
  dialog.append(
    close,
    ...panel.nodes,
    element("footer", {}, page, element("span", { class: "sp-search-keys", "aria-hidden": "true" }, word.keys)),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // the backdrop
    // A result on the page that is open already leads nowhere new: show it.
    else if (event.target.closest("a")?.href.split(/[?#]/)[0] === location.href.split(/[?#]/)[0]) {
      dialog.close();
    }
  });
  document.body.append(dialog);
  return {
    async open() {
      if (dialog.open) return;
      dialog.showModal();
      panel.input.select();
      if (panel.isEmpty()) await panel.show(emptyState());
    },
  };
}
