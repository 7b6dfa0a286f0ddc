/* Cards beside links to entities. Everything shown is in the page already, so no request is made,
   and words only ever become text. Without this script the links work all the same. */
(() => {
  const WAIT = 250; // milliseconds before a card opens under a pointer, and before it closes
  const ENTITY = /\/entities\/([a-z0-9-]+)(?:\/|\.html)?$/;
  let card = null;
  let owner = null;
  let timer = 0;

  // Links of pictures are SVG: their address is in `baseVal`.
  const address = (link) => new URL(link.href.baseVal ?? link.href, document.baseURI);

  const note = (link) => {
    const found = ENTITY.exec(address(link).pathname);
    const notes = document.getElementById("sp-cards");
    return found && notes ? notes.querySelector(`[data-card="${found[1]}"]`) : null;
  };

  const close = () => {
    clearTimeout(timer);
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

  const open = (link) => {
    const source = note(link);
    if (!source || owner === link) return;
    close();
    owner = link;
    card = document.createElement("div");
    card.className = "sp-card";
    card.id = "sp-card";
    card.setAttribute("role", "tooltip");
    card.dir = "auto";
    card.append(...source.cloneNode(true).childNodes);
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
    else if (note(link)) later(() => open(link))();
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
const citations = navigator.clipboard ? document.querySelectorAll("pre[data-copy]") : [];
for (const block of citations) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sp-copy";
  button.textContent = block.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.querySelector("code").textContent);
    button.textContent = block.dataset.copied;
  });
  block.before(button);
}
