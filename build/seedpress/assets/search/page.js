// The search page: what is searched for stands in the address, so it can be shared and gone back to.

import { makePanel } from "./panel.js";
import { fromAddress, toAddress } from "./state.js";
import { loadWords } from "./words.js";

export async function makePage(place, root) {
  const keep = (state, way) => history[way](null, "", location.pathname + toAddress(state));
  const panel = makePanel(root, await loadWords(root), {
    size: 20,
    // Typing is one step back, not one a letter.
    onChange: (state) => keep(state, "replaceState"),
    onSubmit: (state, search) => {
      keep(state, "pushState");
      search();
    },
  });
  place.classList.add("sp-search", "sp-search-page");
  place.replaceChildren(...panel.nodes);
  const read = () => panel.show(fromAddress(location.search));
  addEventListener("popstate", read);
  read();
  if (matchMedia("(hover: hover)").matches) panel.input.focus({ preventScroll: true });
  return {
    open(typed) {
      panel.input.focus();
      if (typed) panel.type(typed);
    },
  };
}
