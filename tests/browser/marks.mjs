// Reads an article by its marks, in the browser. Passed to `page.evaluate`.

/**
 * The text of the page's article on one side of its changes, without white space: `old` with all of
 * them rejected, `new` with all of them accepted. A text of one version reads the same on both.
 */
export function textOfArticle(side) {
  const article = document.querySelector('article');
  const dropped = side === 'old' ? 'ins' : 'del';
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    if (node.dataset.movedTo !== undefined) {
      return side === 'old' ? inside(article.querySelector(`#${CSS.escape(node.dataset.movedTo)}`)) : '';
    }
    if (node.dataset.aside !== undefined || node.localName === dropped) return '';
    if (side === 'old' && node.dataset.movedFrom !== undefined) return '';
    if (node.localName === 'img') return node.alt;
    return inside(node);
  };
  const inside = (node) => [...node.childNodes].map(read).join('');
  return inside(article).replace(/\s+/g, '');
}

/** The article's list items: their own words on both sides, and whether all of them are marked. */
export function itemsOfArticle() {
  const withoutAsides = (item) => {
    const copy = item.cloneNode(true);
    for (const aside of copy.querySelectorAll('[data-aside], ul, ol')) aside.remove();
    return copy;
  };
  const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  return [...document.querySelectorAll('article li:not([data-aside] *)')].map((item) => {
    const copy = withoutAsides(item);
    const marked = [...copy.querySelectorAll('ins, del')].map(words).filter((text) => text !== '');
    const around = item.closest('ins, del')?.localName ?? null;
    return { text: words(copy), marked, around, inserted: [...copy.querySelectorAll('ins')].map(words).join(' ') };
  });
}
