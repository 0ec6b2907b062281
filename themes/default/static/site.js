// Nothing on the site needs this script. It keeps the reader's place when the language or the version
// changes, names the place in a message about the page, and lets the keyboard scroll wide tables.

const keepPlace = () => {
  // The number of a paragraph is its own version's.
  const numbered = location.hash.startsWith("#p--");
  for (const link of document.querySelectorAll("a[data-keep-place]")) {
    if (link.hash !== location.hash && !(numbered && !link.hreflang)) link.hash = location.hash;
  }
};

const place = () => {
  let found = location.hash;
  for (const block of document.querySelectorAll("article [id]")) {
    if (block.getBoundingClientRect().top > innerHeight / 2) break;
    if (block.id) found = "#" + block.id;
  }
  return found;
};

const namePlace = (event) => {
  const link = event.currentTarget;
  const at = place();
  if (!at) return;
  const line = `\n${link.dataset.feedback}: ${location.href.split("#")[0]}${at}`;
  link.dataset.address ??= link.getAttribute("href");
  const address = link.dataset.address;
  const join = address.includes("body=") ? "" : (address.includes("?") ? "&" : "?") + "body=";
  link.setAttribute("href", address + join + encodeURIComponent(line));
};

// What a table is about: its caption, or else the heading above it.
const tableName = (box) => {
  const caption = box.querySelector("caption");
  if (caption) return caption.textContent;
  const headings = [...document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)")];
  const above = (heading) => heading.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING;
  return headings.findLast(above)?.textContent ?? document.title;
};

const scrollByKey = () => {
  for (const box of document.querySelectorAll(".table-scroll, .text > table")) {
    const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
    if (!scrolls || box.tabIndex === 0) continue;
    box.tabIndex = 0;
    if (box.matches("table")) continue;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", tableName(box).trim());
  }
};

addEventListener("hashchange", keepPlace);
addEventListener("resize", scrollByKey);
keepPlace();
scrollByKey();
for (const link of document.querySelectorAll("a[data-feedback]")) {
  link.addEventListener("click", namePlace);
}
