// Keeps a page up to date with what is being written: one connection to the server, over which it says
// when to look again. Nothing on the page needs this script.

const script = document.querySelector("script[data-generation]");
const ROOT = script.dataset.root;
const LANGUAGE = document.documentElement.lang;
const KEPT = "canllaw:" + location.pathname;
const FOLLOW = "canllaw:follow";
/** How long to wait before looking for a server that has gone, in milliseconds. */
const RETRY = 1000;

let generation = Number(script.dataset.generation);
let source = null;
let hasLost = false;

// Where the reader is: how far down, which parts are open, and on a comparison which change is in view.

const changes = () => [...document.querySelectorAll("article [id^='change-']")];

/** The words of a change, without its labels: those tell how many changes there are. */
const wordsOf = (change) => {
  const copy = change.cloneNode(true);
  for (const aside of copy.querySelectorAll("[data-aside]")) aside.remove();
  return copy.textContent;
};

const changeInView = () => {
  const shown = changes().find((change) => change.getBoundingClientRect().bottom > 0);
  if (!shown) return null;
  const { top } = shown.getBoundingClientRect();
  return top < innerHeight ? { id: shown.id, words: wordsOf(shown), top } : null;
};

const keepPlace = () => {
  const open = [...document.querySelectorAll("details")].map((part) => part.open);
  const place = { y: scrollY, open, change: changeInView() };
  sessionStorage.setItem(KEPT, JSON.stringify(place));
  // The browser would go to the element that has now the id of the one in view.
  history.scrollRestoration = "manual";
};

const takePlace = () => {
  const kept = sessionStorage.getItem(KEPT);
  if (!kept) return;
  sessionStorage.removeItem(KEPT);
  const place = JSON.parse(kept);
  document.querySelectorAll("details").forEach((part, at) => {
    if (at in place.open) part.open = place.open[at];
  });
  scrollTo(0, place.y);
  const { change } = place;
  const same = change
    && (changes().find((it) => wordsOf(it) === change.words) ?? document.getElementById(change.id));
  if (same) scrollBy(0, same.getBoundingClientRect().top - change.top);
  addEventListener("load", () => setTimeout(() => { history.scrollRestoration = "auto"; }));
};

// What is at fault covers the page, which stays as it was.

const cover = document.getElementById("canllaw-cover");

/** What is covered cannot be reached by the keyboard either. */
const setCovered = (isCovered) => {
  cover.hidden = !isCovered;
  for (const beside of document.body.children) {
    if (beside !== cover) beside.inert = isCovered;
  }
  if (isCovered) cover.firstElementChild.focus({ preventScroll: true });
};
if (cover.firstElementChild) setCovered(true);

const showFaults = async (count) => {
  if (count === 0) {
    cover.replaceChildren();
    setCovered(false);
    return;
  }
  const answer = await fetch(`/.canllaw/faults/${LANGUAGE}?below=${cover.dataset.below ?? ""}`);
  if (!answer.ok) return;
  // The server's own page, with every word escaped.
  cover.innerHTML = await answer.text();
  setCovered(true);
};

cover.addEventListener("click", (event) => {
  if (!event.target.closest(".canllaw-close")) return;
  event.preventDefault();
  setCovered(false);
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") setCovered(false);
});

// Following: from page to page as they are edited.

const follow = document.getElementById("canllaw-follow");
if (follow) {
  follow.checked = localStorage.getItem(FOLLOW) === "yes";
  follow.closest("label").hidden = false;
  follow.addEventListener("change", () => localStorage.setItem(FOLLOW, follow.checked ? "yes" : "no"));
}

const pageToFollow = (pages) => {
  if (!follow?.checked || pages.length === 0) return null;
  const own = pages.find(([language]) => language === LANGUAGE) ?? pages[0];
  const path = ROOT + own[1];
  return path === decodeURI(location.pathname) ? null : path;
};

const take = async (notice) => {
  const isNew = hasLost || notice.generation > generation;
  if (!isNew) return;
  if (notice.faults > 0) {
    generation = notice.generation;
    hasLost = false;
    await showFaults(notice.faults);
    return;
  }
  const next = pageToFollow(notice.pages);
  if (next) {
    location.assign(next);
  } else {
    keepPlace();
    location.reload();
  }
};

// The connection. A page that is not looked at has none: browsers allow only a few to one server.

const lost = document.querySelector(".canllaw-lost");

const connect = () => {
  if (source || document.hidden) return;
  source = new EventSource("/.canllaw/events");
  source.addEventListener("message", (event) => {
    lost.hidden = true;
    take(JSON.parse(event.data));
  });
  source.addEventListener("error", () => {
    disconnect();
    hasLost = true;
    lost.hidden = false;
    setTimeout(connect, RETRY);
  });
};

const disconnect = () => {
  source?.close();
  source = null;
};

document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
addEventListener("pagehide", disconnect);
addEventListener("pageshow", connect);
takePlace();
connect();
