// The page that takes a day. `?date=2018-03-14` is looked up in the index of intervals: of each document
// the last interval that has begun by then. What is said of it comes in the page's language from the index
// (see render/day_index.rs).

const part = document.querySelector("section[data-index]");
const input = document.querySelector("input[name=date]");
const status = document.querySelector("[role=status]");
const written = new URLSearchParams(location.search).get("date");

/** An element with a class, holding texts and other elements. */
const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

/** A text, as a link where it leads somewhere. */
const linked = (text, href) => {
  if (!href) return text;
  const link = element("a", "", text);
  link.href = href;
  return link;
};

/** Whether a text is a day of the calendar, written as year-month-day. */
const isDay = (text) => {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(+day) && day.toISOString().startsWith(text);
};

/** A day in words, as the page's language writes it. */
const inWords = (day, [firsts, others]) => {
  const [year, month, date] = day.split("-").map(Number);
  const pattern = (date === 1 ? firsts : others)[month - 1];
  return pattern.replace("{d}", date).replace("{y}", year);
};

/** A document on a day as an item of a list; nothing where there is nothing to say. */
const item = ([base, intervals], day) => {
  let title = "";
  let found = null;
  for (const interval of intervals) {
    if (interval[0] > day) break;
    title = interval[2] || title;
    found = interval;
  }
  if (found.length < 3) return null;
  const [, href, , lines, lang] = found;
  const to = (below) => (typeof below !== "string" ? "" : /^\.\.?\//.test(below) ? below : base + below);
  const heading = element("p", "document-title", linked(title, to(href)));
  if (lang) heading.lang = lang;
  const said = lines.map(([kind, text, below]) => element("p", `day-${kind}`, linked(text, to(below))));
  return element("li", "", heading, ...said);
};

/** Whether an item tells of a document that was withdrawn. */
const isWithdrawn = (one) => one.querySelector(".day-withdrawn") !== null;

const show = (index, day) => {
  const heading = part.querySelector("h2");
  heading.textContent = part.dataset.day.replace("{date}", inWords(day, index.days));
  const shown = [heading];
  const today = new Date();
  const now = new Date(today - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  if (day > now) shown.push(element("p", "day-to-come", part.dataset.toCome));
  const before = shown.length;
  const gone = [];
  for (const [title, href, documents] of index.sections) {
    const told = documents.map((of) => item(of, day)).filter(Boolean);
    const items = told.filter((one) => !isWithdrawn(one));
    gone.push(...told.filter(isWithdrawn));
    if (items.length === 0) continue;
    if (title) shown.push(element("h3", "", linked(title, href)));
    shown.push(element("ul", "documents", ...items));
  }
  if (shown.length === before) shown.push(element("p", "", part.dataset.none));
  if (gone.length > 0) shown.push(element("h2", "", part.dataset.withdrawn), element("ul", "documents", ...gone));
  part.replaceChildren(...shown);
  document.title = `${heading.textContent} – ${document.title.split(" – ").at(-1)}`;
  // The heading says it to the eye.
  status.classList.add("visually-hidden");
  status.textContent = heading.textContent;
};

const look = async () => {
  if (!isDay(written)) {
    status.textContent = status.dataset.invalid;
    return;
  }
  input.value = written;
  for (const link of document.querySelectorAll("a[data-keep-place]")) link.search = location.search;
  part.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(part.dataset.index);
    if (!answer.ok) throw new Error(answer.statusText);
    show(await answer.json(), written);
  } catch {
    status.textContent = status.dataset.failed;
  }
  part.removeAttribute("aria-busy");
};

if (written !== null) look();
