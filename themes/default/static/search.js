// The search page. Pagefind finds words; what is ours is the language: a word is looked for in every
// form that the site has of it (polisi, bolisi, mholisi, pholisi), one search a form, and what is found
// is put together by page, the form that was typed first.

const form = document.querySelector("form[data-engine]");
const input = form.querySelector("input[name=q]");
const othersToo = form.querySelector("input[name=history]");
const status = document.querySelector("[role=status]");
const list = document.querySelector(".results");
const more = document.querySelector(".search-more");

/** Whether this is a page of the preview, which has no index. */
const isPreview = document.querySelector("script[data-generation]") !== null;
/** How many results are shown at once, and how many words an excerpt has. */
const PAGE = 10;
const EXCERPT = 30;
/** How many forms of one word are searched for at most. */
const FORMS = 12;
/** How long after a key nothing more may be typed, in milliseconds, before a search begins. */
const PAUSE = 250;

/** A word as the index has it: small letters, without accents, apostrophes and hyphens. */
const fold = (word) => word.normalize("NFD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What the language does to words: mutations, and what leans on a word with an apostrophe. */
class Language {
  constructor({ rules, before, after, words }) {
    this.rules = rules;
    this.before = before;
    this.after = after;
    this.words = new Set(words.split(" "));
  }

  /** The word without what leans on it: i'r → i, l'accès → accès. */
  bare(word) {
    const small = word.toLowerCase();
    const before = this.before.find((part) => small.startsWith(part) && small.length > part.length);
    const after = this.after.find((part) => small.endsWith(part) && small.length > part.length);
    if (before) return word.slice(before.length);
    return after ? word.slice(0, -after.length) : word;
  }

  /** A beginning put for another, where the letter that follows allows the mutation. */
  changed(word, from, to, not, only) {
    if (!word.startsWith(from)) return null;
    const next = word[from.length] ?? "";
    if (next === "" || not.includes(next) || (only !== "" && !only.includes(next))) return null;
    return to + word.slice(from.length);
  }

  /** Every form of a word that the site has, the word itself first. */
  forms(word) {
    const found = new Set([word]);
    const radicals = new Set([word]);
    for (const [radical, form, not, only] of this.rules) {
      const undone = this.changed(word, form, radical, not, only);
      if (undone) radicals.add(undone);
    }
    for (const radical of radicals) {
      if (this.words.has(radical)) found.add(radical);
      for (const [from, to, not, only] of this.rules) {
        const form = this.changed(radical, from, to, not, only);
        if (form && this.words.has(form)) found.add(form);
      }
    }
    return [...found].slice(0, FORMS);
  }
}

/** The engine, the language and the names of the indexes, loaded when they are first needed. */
const engine = (() => {
  let loading = null;
  const load = async () => {
    const indexes = new URL(form.dataset.indexes, location.href);
    const { createInstance } = await import(new URL(`${form.dataset.engine}pagefind.js`, location.href).href);
    const answer = await fetch(new URL("words.json", indexes));
    if (!answer.ok) throw new Error(answer.statusText);
    const known = await answer.json();
    const opened = new Map();
    const open = async (folder) => {
      const instance = createInstance({ basePath: new URL(folder, indexes).pathname, baseUrl: "/", noWorker: true });
      await instance.init();
      return instance;
    };
    const index = (folder) => {
      if (!opened.has(folder)) opened.set(folder, open(folder));
      return opened.get(folder);
    };
    return { index, language: new Language(known), inForce: known.in_force, history: known.history };
  };
  return () => {
    loading ??= load().catch((fault) => {
      loading = null;
      throw fault;
    });
    return loading;
  };
})();

/** The words of a query: straight apostrophes, nothing leaning on them. */
const wordsOf = (query, language) =>
  query.replace(/[‘’ʼ]/g, "'").split(/\s+/).map((word) => language.bare(word)).filter((word) => fold(word) !== "");

/** Whether a query asks for its words side by side. */
const isQuoted = (query) => /^\s*".+"\s*$/.test(query);

/** Whether a page has a word that holds the letters. */
const holds = async (result, letters) => {
  const words = (await result.data()).raw_content.split(" ");
  return result.words.some((place) => fold(words[place] ?? "").includes(letters));
};

/**
 * What an index has of a word: the pages with the word itself, or its relatives, and those with it or a
 * word that it begins. Of a word that is nowhere the engine finds another with which it begins ("it" for
 * "itinerary"): that is no answer.
 */
const searchWord = async (index, word) => {
  const exact = await index.search(`"${word.replaceAll('"', "")}"`);
  const begun = await index.search(word);
  if (exact.results.length > 0) return { exact, begun };
  const first = begun.results.slice(0, PAGE).map((result) => holds(result, fold(word)));
  return { exact, begun: (await Promise.all(first)).includes(true) ? begun : exact };
};

/**
 * Searches one index: pages by their id, each with its score, where words are, and which were found: in
 * any form, whole, and as typed.
 */
const searchIndex = async (index, language, query) => {
  const pages = new Map();
  const add = ({ exact, begun }, word, isTyped) => {
    const whole = new Set(exact.results.map((result) => result.id));
    for (const result of begun.results) {
      const page = pages.get(result.id)
        ?? { result, score: 0, places: new Set(), words: new Set(), whole: new Set(), typed: new Set() };
      page.score += result.score;
      for (const place of result.words) page.places.add(place);
      page.words.add(word);
      if (whole.has(result.id)) page.whole.add(word);
      if (isTyped) page.typed.add(word);
      pages.set(result.id, page);
    }
  };
  if (isQuoted(query)) {
    const found = await index.search(query);
    add({ exact: found, begun: found }, query, true);
    return [...pages.values()];
  }
  for (const word of wordsOf(query, language)) {
    const typed = fold(word);
    for (const form of language.forms(typed)) {
      add(await searchWord(index, form === typed ? word : form), typed, form === typed);
    }
  }
  return [...pages.values()];
};

/** What indexes have of a query: those of what is in force, or those of other versions. */
const searchAll = async (folders, isInForce, query) => {
  const { index, language } = await engine();
  const found = await Promise.all(folders.map(async (folder) => searchIndex(await index(folder), language, query)));
  return found.flat().map((page) => ({ ...page, isInForce }));
};

/**
 * Pages with most of the words: those of what is in force, then those with most of the words whole, then
 * most of them as typed, then the best; and whether these have all words. (Scores of different indexes
 * do not compare.)
 */
const search = async (query, withOthers) => {
  const { language, inForce, history: others } = await engine();
  const pages = await searchAll(inForce, true, query);
  if (withOthers) pages.push(...await searchAll(others, false, query));
  const most = Math.max(0, ...pages.map((page) => page.words.size));
  const best = pages
    .filter((page) => page.words.size === most)
    .sort((one, other) =>
      other.isInForce - one.isInForce || other.whole.size - one.whole.size || other.typed.size - one.typed.size || other.score - one.score);
  const asked = isQuoted(query) ? 1 : new Set(wordsOf(query, language).map(fold)).size;
  return { pages: best, haveAll: most >= asked };
};

/** Where an excerpt begins: the stretch with most of the words that were found. */
const densest = (places, first, last) => {
  let best = first;
  let most = 0;
  for (const place of places) {
    const start = Math.max(first, Math.min(place - 4, last - EXCERPT));
    const count = places.filter((other) => other >= start && other < start + EXCERPT).length;
    if (count > most) [best, most] = [start, count];
  }
  return best;
};

/** The words from one to another, those that were found marked. */
const excerpt = (words, start, end, places) => {
  const parts = document.createDocumentFragment();
  if (start > 0) parts.append("… ");
  for (let at = start; at < end; at += 1) {
    if (places.has(at)) {
      const mark = document.createElement("mark");
      mark.textContent = words[at];
      parts.append(mark);
    } else {
      parts.append(words[at]);
    }
    if (at + 1 < end) parts.append(" ");
  }
  if (end < words.length) parts.append(" …");
  return parts;
};

const make = (name, className) => Object.assign(document.createElement(name), { className });

/** What a page shows as a result: the theme's own, with an excerpt and the heading that it is under. */
const item = async (page) => {
  const data = await page.result.data();
  const [shown, ...headings] = data.anchors;
  const box = document.createElement("template");
  box.innerHTML = decodeURIComponent(shown.id).trim();
  const element = box.content.firstElementChild;
  // Among versions that are not, what is in force says so.
  const badge = othersToo?.checked && element.querySelector("template");
  if (badge) badge.replaceWith(badge.content);
  const words = data.raw_content.replace(/&lt;/g, "<").replace(/&gt;/g, ">").split(" ");
  const title = headings[0]?.location === 0 ? Number(headings[0].element) : 0;
  const body = title < words.length ? title : 0;
  const places = [...page.places].filter((place) => place >= body).sort((one, other) => one - other);
  const start = densest(places, body, words.length);
  const end = Math.min(words.length, start + EXCERPT);
  const slot = element.querySelector(".result-excerpt");
  const first = places.find((place) => place >= start && place < end);
  const heading = first === undefined ? undefined : headings.slice(title > 0 ? 1 : 0).findLast((one) => one.location <= first);
  if (heading) {
    const link = document.createElement("a");
    const anchor = decodeURIComponent(heading.id);
    link.href = `${element.querySelector("a").getAttribute("href")}#${encodeURIComponent(anchor)}`;
    link.textContent = words.slice(heading.location, heading.location + Number(heading.element)).join(" ");
    const place = make("p", "result-place");
    const label = make("span", "visually-hidden");
    label.textContent = list.dataset.place;
    place.append(label, link);
    slot.before(place);
  }
  slot.append(excerpt(words, start, end, page.places));
  return element;
};

let current = 0;
let found = [];
/** The results of which more are on their way: asked for twice, they would be there twice. */
let underWay = null;

const showMore = async () => {
  const from = found;
  if (underWay === from) return null;
  underWay = from;
  const next = from.slice(list.childElementCount, list.childElementCount + PAGE);
  const items = await Promise.all(next.map(item)).finally(() => {
    if (underWay === from) underWay = null;
  });
  if (from !== found) return null;
  list.append(...items);
  more.hidden = list.childElementCount >= from.length;
  return items[0] ?? null;
};

const keepAddress = (query) => {
  const address = new URL(location.href);
  address.searchParams.delete("q");
  address.searchParams.delete("history");
  if (query !== "") address.searchParams.set("q", query);
  if (query !== "" && othersToo?.checked) address.searchParams.set("history", "1");
  history.replaceState(null, "", address);
  for (const link of document.querySelectorAll("a[data-keep-place]")) link.search = address.search;
};

/**
 * What is said where no page has all of the words: that other versions do, with the way to them, if so.
 * A document that was withdrawn is found by whoever does not know that it was.
 */
const sayLacking = async (query, counted) => {
  const { some, none, only, others } = status.dataset;
  const elsewhere = othersToo && !othersToo.checked ? await search(query, true) : { haveAll: false };
  const said = counted === "" ? none : `${counted}. ${some}`;
  if (!elsewhere.haveAll) return [said];
  const address = new URL(location.href);
  address.searchParams.set("history", "1");
  const link = make("a", "");
  link.href = address;
  link.textContent = `${others}${elsewhere.pages.length}`;
  return [counted === "" ? only : said, " ", link];
};

const run = async () => {
  const query = input.value.trim();
  current += 1;
  const turn = current;
  keepAddress(query);
  form.dataset.query = "";
  if (query === "") {
    found = [];
    list.replaceChildren();
    status.textContent = "";
    more.hidden = true;
    return;
  }
  try {
    const { pages, haveAll } = await search(query, othersToo?.checked);
    const counted = pages.length > 0 ? `${status.dataset.results}${pages.length}` : "";
    const said = haveAll ? [counted] : await sayLacking(query, counted);
    if (turn !== current) return;
    found = pages;
    list.replaceChildren();
    await showMore();
    if (turn !== current) return;
    status.replaceChildren(...said);
  } catch {
    if (turn !== current) return;
    found = [];
    list.replaceChildren();
    more.hidden = true;
    status.textContent = isPreview ? status.dataset.preview : status.dataset.failed;
  }
  form.dataset.query = query;
};

let pause;
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(run, PAUSE);
});
othersToo?.addEventListener("change", run);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  run();
});
more.querySelector("button").addEventListener("click", async () => {
  const first = await showMore();
  first?.querySelector("a").focus();
});

const asked = new URL(location.href).searchParams;
input.value = asked.get("q") ?? "";
if (othersToo) othersToo.checked = asked.has("history");
if (input.value !== "") run();
