// Citing a place: the link beside it opens a panel with the whole citation, ready to be copied. Without this
// script the same link leads to the place at its permanent address.

const box = document.querySelector("details.citing");
const panel = document.querySelector("dialog.citing-place");
const citation = panel?.querySelector("textarea");

/** The place that a link or a numbered block stands for, as a citation names it. */
const nameOf = (block, link) => {
  const number = /^p--(\d+)$/.exec(block.id);
  if (number) return box.dataset.paragraph.replace("{number}", () => number[1]);
  if (link.textContent !== panel.getAttribute("aria-label")) return link.textContent;
  return box.dataset.heading.replace("{heading}", () => block.textContent.trim());
};

/** What gave the block its wording, where the page says so. */
const showSince = (block) => {
  const place = panel.querySelector(".citing-since");
  const beside = block.previousElementSibling;
  const note = block.querySelector(":scope > .since") ?? (beside?.matches(".since") ? beside : null);
  place.hidden = !note;
  if (!note) return;
  const copy = note.cloneNode(true);
  copy.removeAttribute("class");
  place.lastElementChild.replaceChildren(copy);
};

/** The same place in the other languages; a block known by its number only where they are in step. */
const showLanguages = (block) => {
  for (const link of panel.querySelectorAll("a[hreflang]")) {
    const known = !block.id.startsWith("p--") || "inStep" in link.dataset;
    link.hash = known ? new URLSearchParams(link.dataset.places).get(block.id) ?? block.id : "";
  }
};

const open = (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a.cite:not([lang])");
  const block = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!block) return;
  event.preventDefault();
  const address = new URL(box.querySelector(".citation a").textContent, location.href);
  address.hash = link.hash;
  citation.value = `${box.dataset.pattern.replace("{place}", () => nameOf(block, link))}\n${address}`;
  showSince(block);
  showLanguages(block);
  panel.showModal();
  citation.select();
};

const copy = () => {
  citation.select();
  // Intranets are often served without TLS, where there is no navigator.clipboard.
  document.execCommand("copy");
};

/** Paragraphs get their links when the reader asks for them, so that the page need not carry them. */
const numberBlocks = () => {
  for (const block of document.querySelectorAll('article [id^="p--"]')) {
    const link = document.createElement("a");
    link.className = "cite";
    link.dataset.aside = "";
    link.href = `${box.querySelector(".citation a").getAttribute("href")}#${block.id}`;
    link.textContent = nameOf(block);
    if (block.matches("p, li")) block.prepend(link, " ");
    else (block.closest(".table-scroll") ?? block).before(link);
  }
};

if (box && panel) {
  document.querySelector("article")?.addEventListener("click", open);
  panel.querySelector("button[type=button]").addEventListener("click", copy);
  box.addEventListener("toggle", numberBlocks, { once: true });
}
