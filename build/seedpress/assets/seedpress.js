/* Cards beside links to entities, made from the entity's own page: it is on the same host, nothing is
   stored, and words only ever become text. Without this script, or where pages cannot be asked for
   (from a disk), the links work all the same. */
(() => {
  const WAIT = 250; // milliseconds before a card opens under a pointer, and before it closes
  const ENTITY = /\/entities\/[a-z0-9-]+(?:\/|\.html)?$/;
  const known = new Map(); // what is told of an entity, or will be, by the address of its page
  let card = null;
  let owner = null;
  let wanted = null; // the link whose card is on its way
  let timer = 0;

  // Links of pictures are SVG: their address is in `baseVal`.
  const address = (link) => new URL(link.href.baseVal ?? link.href, document.baseURI);

  const leads = (link) => {
    const { protocol, host, pathname } = address(link);
    const here = host === location.host && /^https?:$/.test(protocol);
    return here && pathname !== location.pathname && ENTITY.test(pathname);
  };

  // Name, kind and number of articles, and a line from another article than this one, of the oldest.
  const read = (html, base) => {
    const page = new DOMParser().parseFromString(html, "text/html").querySelector(".sp-entity");
    if (!page) return null;
    for (const mark of page.querySelectorAll(".headerlink")) mark.remove();
    const words = (part) => page.querySelector(part)?.textContent.trim() ?? "";
    const elsewhere = (line) =>
      new URL(line.getAttribute("href"), base).pathname !== location.pathname;
    const lines = [...page.querySelectorAll(".sp-kwic a[href*='#']")].filter(elsewhere);
    const facts = `${words(".sp-kicker")} · ${words(".sp-byline").split(" · ")[0]}`;
    return { b: words("h1"), small: facts, q: lines.at(-1)?.textContent };
  };

  const ask = async (url) => {
    try {
      const answer = await fetch(url);
      return answer.ok ? read(await answer.text(), url) : null;
    } catch {
      return null; // no network: the link is there
    }
  };

  const told = (link) => {
    const { origin, pathname } = address(link);
    if (!known.has(pathname)) known.set(pathname, ask(origin + pathname));
    return known.get(pathname);
  };

  const close = () => {
    clearTimeout(timer);
    wanted = null;
    if (!card) return;
    owner.removeAttribute("aria-describedby");
    card.remove();
    card = owner = null;
  };

  const place = (link) => {
    const line = link.getClientRects()[0];
    const page = document.documentElement;
    const left = Math.min(line.left, page.clientWidth - card.offsetWidth - 12);
    const below = line.bottom + 8;
    const fits = below + card.offsetHeight < page.clientHeight;
    card.style.left = `${Math.max(left, 8) + window.scrollX}px`;
    card.style.top = `${(fits ? below : line.top - card.offsetHeight - 8) + window.scrollY}px`;
  };

  const open = async (link) => {
    if (owner === link || !leads(link)) return;
    close();
    wanted = link;
    const said = await told(link);
    if (wanted !== link || !said) return;
    owner = link;
    card = document.createElement("div");
    card.className = "sp-card";
    card.id = "sp-card";
    card.setAttribute("role", "tooltip");
    card.dir = "auto";
    for (const [part, words] of Object.entries(said)) {
      if (words) card.append(Object.assign(document.createElement(part), { textContent: words }));
    }
    document.body.append(card);
    place(link);
    link.setAttribute("aria-describedby", card.id);
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", later(close));
  };

  const later = (act) => () => {
    clearTimeout(timer);
    timer = setTimeout(act, WAIT);
  };

  const linkOf = (event) =>
    event.target instanceof Element ? event.target.closest(".md-content a") : null;

  document.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (event.pointerType === "touch" || !link) return;
    if (link === owner) clearTimeout(timer);
    else if (leads(link)) later(() => open(link))();
  });
  document.addEventListener("pointerout", (event) => {
    if (linkOf(event)) later(close)();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link && link.matches(":focus-visible")) open(link);
  });
  document.addEventListener("focusout", (event) => {
    if (linkOf(event)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  window.addEventListener("resize", close);
})();

/* A button on each citation that copies it; without this script its text can be selected. */
const citations = navigator.clipboard ? document.querySelectorAll("[data-copy] pre, pre[data-copy]") : [];
for (const block of citations) {
  const { copy, copied } = block.closest("[data-copy]").dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sp-copy";
  button.textContent = copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.querySelector("code").textContent);
    button.textContent = copied;
  });
  block.before(button);
}
