// Added to every page by `seedpress serve`: reloads after a good build, shows what went wrong in a bad one.
"use strict";

(() => {
  const built = new URL(document.currentScript.src).search.slice(1);
  let notice = null;

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

  const news = new EventSource("/__seedpress/news");
  news.onmessage = (event) => {
    const { version, error } = JSON.parse(event.data);
    if (version !== built) location.reload();
    else show(error);
  };
  // Without this, a page in the back-forward cache would hold a connection of the few there are.
  addEventListener("pagehide", () => news.close());
})();
