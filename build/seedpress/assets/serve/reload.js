// Added to every page by `seedpress serve`: reloads after a good build, shows what went wrong in a bad
// one, and says in the search that its index comes after the pages.
"use strict";

(() => {
  const built = new URL(document.currentScript.src).search.slice(1);
  const BEHIND = "The search index of this build is still being made: what is new is not found yet.";
  const THERE = "The search index is up to date again: load the page anew to search it.";
  let notice = null;
  let said = "";

  function show(error) {
    notice?.remove();
    notice = null;
    if (!error) return;
    notice = document.createElement("pre");
    notice.setAttribute("role", "alert");
    notice.textContent = `seedpress: ${error}\nThis page is from the last good build.`;
    Object.assign(notice.style, {
      position: "fixed", insetInline: "0", insetBlockEnd: "0", zIndex: "1000", margin: "0",
      padding: "1rem", maxHeight: "50vh", overflow: "auto", whiteSpace: "pre-wrap",
      font: "14px/1.5 monospace", color: "#fff", background: "#8b1a1a",
    });
    document.body.append(notice);
  }

  // The search is made when it is first wanted.
  function sayInSearch() {
    for (const found of said ? document.querySelectorAll(".sp-search-found") : []) {
      const line = found.querySelector("[data-sp-behind]") ?? document.createElement("p");
      line.dataset.spBehind = "";
      line.setAttribute("role", "status");
      if (line.textContent !== said) line.textContent = said;
      if (!line.parentNode) found.prepend(line);
    }
  }

  function tellSearch(behind) {
    const seen = document.querySelector("[data-sp-behind]");
    if (behind) said = BEHIND;
    else said = seen ? THERE : "";
    sayInSearch();
  }
  new MutationObserver(sayInSearch).observe(document.body, { childList: true, subtree: true });

  const news = new EventSource("/__seedpress/news");
  news.onmessage = (event) => {
    const { version, error, behind } = JSON.parse(event.data);
    if (version !== built) location.reload();
    else {
      show(error);
      tellSearch(behind);
    }
  };
  // Without this, a page in the back-forward cache would hold a connection of the few there are.
  addEventListener("pagehide", () => news.close());
})();
