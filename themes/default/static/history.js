// Two versions of a document, chosen by the reader, compared. Not every pair has a page: where two have none,
// the nearest comparisons are offered, to the version in force and step by step from one to the other.

const form = document.querySelector(".pair-form");
const status = form.querySelector("[role=status]");
const nearest = form.querySelector("ul");
const [from, to] = form.querySelectorAll("select");
const versions = [...from.options].map((option) => ({ words: option.text, id: option.value, ...option.dataset }));
const inForce = versions.findIndex((version) => "inForce" in version);

/** The comparison of two versions, by their places in time; nothing where it is not built. */
const comparison = (one, other) => {
  if (other === one + 1) return versions[other].previous;
  if ("all" in form.dataset) return [versions[one].id, versions[other].id, ""].map(encodeURIComponent).join("/");
  return other === inForce ? versions[one].current : undefined;
};

const offered = (one, other) => {
  const pairs = [[one, inForce], [other, inForce]];
  for (let at = one; at < other; at += 1) pairs.push([at, at + 1]);
  const seen = new Set();
  return pairs.flatMap(([earlier, later]) => {
    const href = earlier < later ? comparison(earlier, later) : undefined;
    if (!href || seen.has(href)) return [];
    seen.add(href);
    const link = document.createElement("a");
    link.href = href;
    link.textContent = `${versions[earlier].words} → ${versions[later].words}`;
    const item = document.createElement("li");
    item.append(link);
    return [item];
  });
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const [one, other] = [from.selectedIndex, to.selectedIndex].sort((a, b) => a - b);
  nearest.replaceChildren();
  if (one === other) {
    status.textContent = form.dataset.same;
    return;
  }
  const href = comparison(one, other);
  if (href) {
    location.href = href;
    return;
  }
  status.textContent = form.dataset.nearest;
  nearest.append(...offered(one, other));
});
