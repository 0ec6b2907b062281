// A page that leads on, to where another has moved or to its languages: the place that its address names goes
// along. The refresh, for readers without scripts, leaves it behind.

const links = document.querySelectorAll("main a");
for (const link of links) link.hash ||= location.hash;
if (location.hash && document.querySelector("meta[http-equiv=refresh]")) location.replace(links[0].href);
