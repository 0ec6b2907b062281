// A section as a book: its contents lead to every chapter, the other language has the same place, and
// what is printed is the whole of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { LANGUAGES, WORDS, addresses, folder, record } from './example.mjs';
import { serve } from './site.mjs';

const browser = await openBrowser();
const site = await serve(folder);
const OTHER = { en: 'cy', cy: 'en' };

const bookOf = (language) => `${addresses('policy/using-social-media', language, '', '').section}${WORDS[language].book}/`;

/** The titles that are in force in the section, by what the site says of itself. */
const titles = (language) => record.documents
  .filter(({ id, in_force: inForce }) => /^policy\/[^/]+$/.test(id) && inForce)
  .map(({ versions, in_force: inForce }) => versions.find(({ id }) => id === inForce).texts[language].title);

for (const language of LANGUAGES) {
  for (const javaScriptEnabled of [true, false]) {
    test(`the contents lead to every chapter: ${language}, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const { page, faults, close } = await openPage(browser, site, { javaScriptEnabled, reducedMotion: 'reduce' });
      await page.goto(site.url(addresses('policy/using-social-media', language, '', '').section));
      await page.click('.lead-links a');
      assert.equal(page.url(), site.url(bookOf(language)));
      const links = page.locator('.book-contents a');
      assert.deepEqual((await links.allInnerTexts()).sort(), titles(language).sort());
      for (const link of await links.all()) {
        await link.click();
        const chapter = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
        assert.equal(await chapter.locator('h2').first().innerText(), await link.innerText());
        assert.ok(await chapter.evaluate((element) => Math.abs(element.getBoundingClientRect().top) < innerHeight));
      }
      assert.deepEqual(faults, []);
      await close();
    });
  }

  test(`the next chapter, and the same place in the other language: ${language}`, async () => {
    const { page, faults, close } = await openPage(browser, site);
    await page.goto(site.url(bookOf(language)));
    await page.locator('.chapter-links a').first().click();
    const second = await page.locator('.book-contents a').nth(1).getAttribute('href');
    assert.equal(new URL(page.url()).hash, second);
    await page.goto(site.url(`${bookOf(language)}#security--5.2-i`));
    await page.click('.masthead .languages a');
    assert.equal(page.url(), site.url(`${bookOf(OTHER[language])}#security--5.2-i`));
    assert.match(await page.locator('[id="security--5.2-i"]').innerText(), /^5\.2 i/);
    assert.deepEqual(faults, []);
    await close();
  });

  test(`printed, the book has every chapter, and nothing is cut off: ${language}`, async () => {
    // The width between the margins of a sheet of A4.
    const { page, close } = await openPage(browser, site, { viewport: { width: 718, height: 1000 } });
    await page.goto(site.url(bookOf(language)));
    const pdf = (await page.pdf({ format: 'A4', outline: true, tagged: true })).toString('latin1');
    // Where a heading breaks, the outline has no space.
    const outline = [...pdf.matchAll(/\/Title (\((?:\\.|[^\\)])*\)|<[^>]*>)/g)].map(([, title]) => readString(title).replace(/\s/g, ''));
    for (const title of titles(language)) assert.ok(outline.includes(title.replace(/\s/g, '')), `${title} among ${outline.join(' | ')}`);
    const sheets = pdf.match(/\/Type \/Page\b(?!s)/g).length;
    assert.ok(sheets > titles(language).length, `${sheets} sheets: the contents, and each chapter on sheets of its own`);
    assert.match(pdf, /\/URI \(https?:/);

    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate(() => [...document.querySelectorAll('main *')]
      .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 80)));
    assert.deepEqual(cut, []);
    const targets = await page.evaluate(() => [...document.querySelectorAll('.text a[href^="http"]')]
      .map((link) => [link.getAttribute('href'), getComputedStyle(link, '::after').content]));
    assert.ok(targets.length > 0);
    for (const [href, shown] of targets) assert.ok(shown.includes('attr(href)') || shown.includes(href), `${href}: ${shown}`);
    await close();
  });
}

test('an address is shown as it is written', async () => {
  const { page, close } = await openPage(browser, site);
  for (const language of LANGUAGES) {
    await page.goto(site.url(bookOf(language)));
    const shown = await page.locator('.imprint a').evaluateAll((links) =>
      links.map((link) => [link.textContent, getComputedStyle(link, '::first-letter').textTransform]));
    assert.ok(shown.length > 0);
    for (const [address, transform] of shown) assert.equal(transform, 'none', address);
  }
  await close();
});

test('printed, a table of many columns has them all on the sheet', async () => {
  for (const width of [718, 1000]) {
    const { page, close } = await openPage(browser, site, { viewport: { width, height: 1000 } });
    const here = addresses('policy/using-social-media', 'en', '2017-08-09', '2020');
    await page.goto(site.url(here.document));
    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate(() => {
      const cells = (name) => Array.from({ length: 14 }, (_, at) => `<${name}>Responsibilities${at}</${name}>`).join('');
      document.querySelector('article > .text:last-child').insertAdjacentHTML('beforeend',
        `<div class="table-scroll"><table><thead><tr>${cells('th')}</tr></thead><tbody><tr>${cells('td')}</tr></tbody></table></div>`);
      return [...document.querySelectorAll('.table-scroll :is(th, td)')]
        .filter((cell) => cell.getBoundingClientRect().right > innerWidth + 1 || cell.scrollWidth > cell.clientWidth + 1)
        .map((cell) => cell.textContent);
    });
    assert.deepEqual(cut, []);
    await close();
  }
});

/** A string of a PDF: (in PDFDocEncoding) or <in UTF-16>. */
function readString(written) {
  const bytes = written.startsWith('<')
    ? Buffer.from(written.slice(1, -1), 'hex')
    : Buffer.from(written.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, escaped) =>
      (/^[0-7]{3}$/.test(escaped) ? String.fromCharCode(parseInt(escaped, 8)) : escaped)), 'latin1');
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}
