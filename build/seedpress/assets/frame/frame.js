/* What every page of the theme holds for its scripts alone, from one file for all pages: the switch of
   colours, the button to the top, the theme's settings. `site/finishing/frame.py` calls this with
   those pieces; a page that keeps its own says `data-whole`. */
(frame) => {
  const here = document.currentScript;
  if ("whole" in here.dataset) return;
  const root = new URL("..", here.src).href;
  const put = (place, where, html) => document.querySelector(place)?.insertAdjacentHTML(where, html);

  // Before the first thing is shown: this file stands where the switch did.
  here.insertAdjacentHTML("beforebegin", frame.colours);

  // When the page is read, and before the theme's own script runs.
  const rest = () => {
    put("[data-md-toggle=drawer]", "afterend", frame.toggle);
    put("[data-md-component=main]", "beforeend", frame.top);
    put(".md-container", "beforeend", frame.footer);
    put("body", "beforeend", frame.dialog);
    if (!document.querySelector("[data-md-component=header-topic]")) {
      const topic = '<div class="md-header__topic" data-md-component="header-topic"><span class="md-ellipsis">';
      put(".md-header__topic", "afterend", topic);
      const title = document.title.slice(0, -` - ${frame.site}`.length);
      document.querySelector("[data-md-component=header-topic] span").textContent = title;
    }
    const config = document.createElement("script");
    Object.assign(config, { id: "__config", type: "application/json" });
    const search = root + frame.search;
    config.textContent = JSON.stringify({ ...frame.config, base: root, search });
    document.body.append(config);
    const title = document.querySelector(".sp-drawer > .md-nav__title");
    const logo = document.querySelector(".md-header .md-logo")?.cloneNode(true);
    if (!title || !logo || title.querySelector(".md-logo")) return;
    logo.className = "md-nav__button md-logo";
    title.prepend(logo);
  };
  document.addEventListener("readystatechange", rest, { once: true });
}
