// The page of a comparison, for readers with scripts: steps from change to change by button and by key,
// only what changed, and before and after side by side. All of it is made from the marks in the page.
{
  const inline = document.querySelector("article[data-diff]");
  const tools = document.querySelector(".tools");
  const steps = document.querySelector(".tools-steps");
  const CHANGED = "[data-change],[data-part],[data-moved-to],ins,del";
  const HEADING = "h1, h2, h3, h4, h5, h6";
  const HIDDEN = ".visually-hidden[data-aside]";
  let shown = inline;
  let at = null;

  const make = (name, className) => Object.assign(document.createElement(name), { className });

  const isChanged = (element) => element.matches(CHANGED) || element.querySelector(CHANGED);

  // What is remembered from page to page; a browser may refuse to.
  const remembered = (name) => {
    try { return localStorage.getItem(`canllaw-${name}`); } catch { return null; }
  };
  const remember = (name, value) => {
    try { localStorage.setItem(`canllaw-${name}`, value); } catch { /* then not */ }
  };

  // Only what changed: the blocks without a change are marked, but for the headings above one.

  const levelOf = (element) => {
    const heading = element.matches(HEADING) ? element : element.querySelector(`:scope > :is(${HEADING})`);
    return heading ? Number(heading.localName[1]) : 0;
  };

  const foldWithin = (container) => {
    let above = [];
    for (const child of container.children) {
      const level = levelOf(child);
      if (level) above = above.filter((heading) => levelOf(heading) < level);
      if (isChanged(child)) {
        for (const heading of above) heading.classList.remove("unchanged");
        if (child.matches("ul, ol, section:not([data-change]), .table-scroll, table, tbody")) foldWithin(child);
      } else if (!child.matches("thead, caption")) {
        child.classList.add("unchanged");
      }
      if (level) above.push(child);
    }
  };

  // Where something is left out there is a sign among what stands around it, and words for those who hear it.
  const gap = (name, columns) => {
    const sign = make(name, "gap");
    sign.dataset.aside = "";
    const within = columns ? Object.assign(sign.insertCell(), { colSpan: columns }) : sign;
    within.innerHTML = tools.querySelector(".gap").innerHTML;
    return sign;
  };

  const markGaps = () => {
    for (const block of inline.querySelectorAll(".unchanged")) {
      if (block.previousElementSibling?.matches(".unchanged, .gap")) continue;
      const row = block.matches("tbody") ? block.rows[0] : block;
      block.before(row.cells ? gap("tr", row.cells.length) : gap(block.matches("li") ? "li" : "p"));
    }
  };

  // Side by side: each block of the page twice, without what the other side alone has.

  const isEmpty = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.dataset?.aside !== undefined ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE ? node.data.trim() : node.matches("img, hr")) return false;
    }
    return true;
  };

  // A row of a table keeps its place, so that the two tables have row beside row.
  const empty = (row) => {
    row.replaceChildren();
    for (const name of row.getAttributeNames()) row.removeAttribute(name);
    row.ariaHidden = "true";
  };

  const drop = (mark, root) => {
    // It went with one around it: what moved from an item that was removed.
    if (!root.contains(mark)) return;
    if (mark.matches("tr")) return empty(mark);
    const among = mark.previousElementSibling?.matches(HIDDEN) && mark.nextElementSibling?.matches(HIDDEN);
    const isWord = among && !mark.matches(".typographic");
    if (isWord) {
      mark.previousElementSibling.remove();
      mark.nextElementSibling.remove();
    }
    let emptied = mark.parentElement;
    mark.remove();
    while (emptied !== root && isEmpty(emptied) && !(isWord && emptied.matches("td, th"))) {
      if (emptied.matches("tr")) return empty(emptied);
      const parent = emptied.parentElement;
      emptied.remove();
      emptied = parent;
    }
  };

  const movedHere = (place) => {
    const copy = inline.querySelector(`#${CSS.escape(place.dataset.movedTo)}`).cloneNode(true);
    for (const label of copy.querySelectorAll(".change-label, td[data-aside]")) label.remove();
    const label = place.querySelector(".change-label").cloneNode(true);
    // A row holds its label in its first cell.
    (copy.matches("tr") ? copy.firstElementChild : copy).prepend(label, " ");
    copy.dataset.movedTo = copy.id;
    copy.id = place.id;
    delete copy.dataset.movedFrom;
    return copy;
  };

  const oldSide = (box) => {
    for (const block of box.querySelectorAll("[data-moved-from]")) drop(block, box);
    for (const label of box.querySelectorAll(".change-label")) {
      if (!label.closest("[data-change~=removed], [data-moved-to]")) label.remove();
    }
    for (const place of box.querySelectorAll("[data-moved-to]")) place.replaceWith(movedHere(place));
    for (const item of box.querySelectorAll("[data-old-value]")) item.value = item.dataset.oldValue;
    for (const mark of box.querySelectorAll("ins")) drop(mark, box);
    for (const block of box.querySelectorAll("[id]:not([data-change~=removed], [data-moved-to])")) {
      block.removeAttribute("id");
    }
  };

  const newSide = (box) => {
    for (const mark of box.querySelectorAll("del, [data-moved-to]")) drop(mark, box);
  };

  const cell = (leaf, wrapper, side) => {
    const box = make("div", "cell");
    const within = wrapper ? box.appendChild(wrapper.cloneNode(false)) : box;
    if (within !== box) within.removeAttribute("id");
    within.append(leaf.cloneNode(true));
    // A row lacks the columns that the other side alone has.
    for (const gap of box.querySelectorAll("td[data-aside]")) gap.remove();
    side(box);
    if (isEmpty(box)) box.replaceChildren();
    return box;
  };

  const row = (leaf, wrapper) => {
    const box = make("div", "row");
    const cells = [cell(leaf, wrapper, oldSide), cell(leaf, wrapper, newSide)];
    if (leaf.closest(".unchanged")) box.classList.add("unchanged");
    else {
      for (const [at, name] of [tools.dataset.before, tools.dataset.after].entries()) {
        if (!cells[at].firstChild) continue;
        const label = make("span", "visually-hidden");
        label.dataset.aside = "";
        label.textContent = `${name}: `;
        cells[at].prepend(label);
      }
    }
    box.append(...cells);
    return box;
  };

  const rowsOf = (container, wrapper) => [...container.children].flatMap((child) => {
    if (child.matches("ul, ol")) return rowsOf(child, child);
    if (child.matches("section:not([data-change])")) return rowsOf(child, null);
    if (child.matches(".gap")) return gap("p");
    return child.matches(".alias") ? child.cloneNode(true) : row(child, wrapper);
  });

  const sides = () => {
    const article = inline.cloneNode(false);
    article.classList.add("sides", "pairs-of-text");
    const heads = make("div", "columns");
    heads.ariaHidden = "true";
    for (const name of [tools.dataset.before, tools.dataset.after]) {
      heads.appendChild(document.createElement("p")).textContent = name;
    }
    article.append(heads, ...rowsOf(inline, null));
    return article;
  };

  const levelRows = () => {
    for (const box of shown.querySelectorAll(".row:has(table)")) {
      const [before, after] = [...box.children].map((cell) => [...cell.querySelectorAll("tr")]);
      if (before.length !== after.length) continue;
      for (const row of [...before, ...after]) row.style.height = "";
      const heightOf = (row) => Math.ceil(row.getBoundingClientRect().height);
      const heights = before.map((row, nth) => Math.max(heightOf(row), heightOf(after[nth])));
      heights.forEach((height, nth) => {
        before[nth].style.height = after[nth].style.height = `${height}px`;
      });
    }
  };

  // Where the changes lie: a map beside the window's scroll bar. The summary has the same links for
  // keyboards and screen readers.

  const KINDS = ["added", "removed", "moved"];
  const map = make("div", "map");
  map.ariaHidden = "true";

  const drawMap = () => {
    const whole = document.documentElement.scrollHeight;
    const isLong = whole > 2 * innerHeight;
    map.replaceChildren(...(isLong ? changes() : []).map((change) => {
      const { top, height } = change.getBoundingClientRect();
      const kind = KINDS.find((kind) => change.matches(`[data-change~=${kind}]`)) ?? "changed";
      const mark = make("a", `map-${kind}`);
      mark.href = `#${change.id}`;
      mark.tabIndex = -1;
      mark.style.top = `${100 * (top + scrollY) / whole}%`;
      mark.style.height = `${100 * height / whole}%`;
      return mark;
    }));
    map.hidden = !isLong;
  };

  // From change to change.

  const changes = () => [...shown.querySelectorAll("[data-change][id^=change-]")]
    .sort((one, other) => one.id.slice(7) - other.id.slice(7));
  const isInView = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };

  const tell = () => {
    const output = steps.querySelector("output");
    if (at) output.textContent = output.dataset.position.replace("{n}", at.id.slice(7));
  };

  const step = (by) => {
    const all = changes();
    let next;
    if (at?.isConnected && isInView(at)) next = all[all.indexOf(at) + by];
    else if (by > 0) next = all.find((change) => change.getBoundingClientRect().top > 0) ?? all.at(-1);
    else next = all.findLast((change) => change.getBoundingClientRect().top < 0) ?? all[0];
    if (!next) return;
    // No entry in the history for each step: the way back leads to the page before.
    location.replace(`#${next.id}`);
    next.scrollIntoView();
    at = next;
    tell();
  };

  const arrive = () => {
    at = changes().find((change) => `#${change.id}` === location.hash) ?? at;
    tell();
  };

  const onKey = (event) => {
    const by = { n: 1, p: -1 }[event.key];
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    const isTyping = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (by && isPlain && !isTyping && !event.defaultPrevented && box("keys").checked) step(by);
  };

  // The reader's choices.

  const wide = matchMedia("(min-width: 48rem)");
  const box = (way) => tools.querySelector(`[data-way=${way}]`);
  const arrange = () => {
    const isBeside = box("sides").checked && wide.matches;
    const next = isBeside ? sides() : inline;
    next.toggleAttribute("data-only", box("only").checked);
    if (next !== shown) {
      shown.replaceWith(next);
      shown = next;
      at = at && next.querySelector(`#${at.id}`);
    }
    document.querySelector("main").classList.toggle("beside", isBeside);
    levelRows();
    drawMap();
  };

  if (inline && tools) {
    foldWithin(inline);
    markGaps();
    tools.hidden = steps.hidden = false;
    for (const way of ["only", "sides", "keys"]) {
      const kept = remembered(way);
      if (kept) box(way).checked = kept === "true";
      box(way).addEventListener("change", () => {
        remember(way, box(way).checked);
        arrange();
      });
    }
    for (const button of steps.querySelectorAll("button")) {
      button.addEventListener("click", () => step(Number(button.dataset.step)));
    }
    wide.addEventListener("change", arrange);
    addEventListener("resize", levelRows);
    document.body.append(map);
    // The page grows when a picture arrives or a fold is opened.
    new ResizeObserver(drawMap).observe(document.body);
    addEventListener("hashchange", arrive);
    addEventListener("keydown", onKey);
    arrange();
    arrive();
    if (location.hash && shown !== inline) {
      // The browser alone knows which place an address names: "#5.2" is no selector, and letters are encoded.
      location.replace(location.href);
      document.querySelector(":target")?.scrollIntoView();
    }
  }
}
