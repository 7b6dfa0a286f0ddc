// Added to every page by `seedpress serve`: reloads after a good build, shows what went wrong in a bad
// one, and says in the search and on the Data page that index and data files come after the pages.
"use strict";

(() => {
  const built = new URL(document.currentScript.src).search.slice(1);
  // What comes after the pages: where it is met, what is said there until it has come, and then.
  const LATE = [
    [
      ".sp-search-found",
      "The search index of this build is still being made: what is new is not found yet.",
      "The search index is up to date again: load the page anew to search it.",
    ],
    [
      ".sp-data",
      "The data files of this build are still being made: these are those of the build before.",
      "The data files are up to date again: load the page anew to see them.",
    ],
  ];
  let notice = null;
  let said = null; // what of these is said: its number in the lines above

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
  function say() {
    for (const words of said ? LATE : []) {
      for (const place of document.querySelectorAll(words[0])) {
        const line = place.querySelector("[data-sp-behind]") ?? document.createElement("p");
        line.dataset.spBehind = "";
        line.setAttribute("role", "status");
        if (line.textContent !== words[said]) line.textContent = words[said];
        if (!line.parentNode) place.prepend(line);
      }
    }
  }

  function tellLate(behind) {
    const seen = document.querySelector("[data-sp-behind]");
    if (behind) said = 1;
    else said = seen ? 2 : null;
    say();
  }
  new MutationObserver(say).observe(document.body, { childList: true, subtree: true });

  const news = new EventSource("/__seedpress/news");
  news.onmessage = (event) => {
    const { version, error, behind } = JSON.parse(event.data);
    if (version !== built) location.reload();
    else {
      show(error);
      tellLate(behind);
    }
  };
  // Without this, a page in the back-forward cache would hold a connection of the few there are.
  addEventListener("pagehide", () => news.close());
})();
