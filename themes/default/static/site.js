// Nothing on the site needs this script. It keeps the reader's place when the language or the version
// changes, names the place in a message about the page, and lets the keyboard scroll wide tables.

// The number of a paragraph or a change is its own page's: elsewhere the clause or the heading in it, or else above
// it, stands for the place.
const NUMBERED = /^(p--|change-|moved-)\d/;

const namedPlace = () => {
  const numbered = document.getElementById(location.hash.slice(1));
  if (!numbered) return "";
  const named = [...document.querySelectorAll("article [id]:not([id^=page--])")].filter((block) => !NUMBERED.test(block.id));
  const above = (block) => block.compareDocumentPosition(numbered) & Node.DOCUMENT_POSITION_FOLLOWING;
  const found = named.find((block) => numbered.contains(block)) ?? named.findLast(above);
  return found ? `#${found.id}` : "";
};

const keepPlace = () => {
  const isNumbered = NUMBERED.test(location.hash.slice(1));
  const named = isNumbered && namedPlace();
  for (const link of document.querySelectorAll("a[data-keep-place]")) {
    const there = document.querySelector(`dialog [hreflang="${link.hreflang}"]`)?.dataset ?? {};
    const place = (isNumbered && !("inStep" in there) ? named : location.hash).slice(1);
    const hash = new URLSearchParams(there.places).get(place) ?? place;
    if (link.hash.slice(1) !== hash) link.hash = hash;
  }
};

// The link stands at the foot of the page: where the reader has been is known by the address alone.
const namePlace = (event) => {
  const link = event.currentTarget;
  if (!document.querySelector("article :target")) return;
  const line = `\n${link.dataset.feedback}: ${location.href}`;
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
