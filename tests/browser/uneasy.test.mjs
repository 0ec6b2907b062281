// Texts that are hard to show: what readers may fold, long words, tables of many columns, drawings without a
// ground. On a screen, on paper and in the dark.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { built, serve } from './site.mjs';

const WORD = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch';
const text = (years) => `# ${WORD}

<details><summary>May I drive?</summary><p>From ${years} years.</p></details>

![Who answers to whom](chart.svg)

## ${WORD} again

| Ref | Hazard | Who is at risk | Likelihood | Severity | Score | What is done | Owner |
|---|---|---|---|---|---|---|---|
| R101 | Slips and trips on wet floors in the kitchens and the corridors that lead to them | Staff and visitors | 4 | 3 | 120 | Mop at once, put out the sign, and report a leak to the estates office before the end of the shift | Estates |
| R102 | Lifting | Staff | 2 | 5 | 1,250 | Training each year, and a hoist wherever a person cannot stand; no one lifts alone | Nursing |
`;
const CHART = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><path d="M0 9h90" stroke="#000"/></svg>';
const files = { 'site.yaml': `title: ${WORD}\nlanguages: [en]\n` };
for (const [version, years] of [['2024-04-01', 21], ['2025-04-01', 25]]) {
  files[`content/rules/driving/${version}/en.md`] = text(years);
  files[`content/rules/driving/${version}/chart.svg`] = CHART;
}

const browser = await openBrowser();
const site = await serve(built(files));
const DOCUMENT = 'en/rules/driving/';
const COMPARISON = `${DOCUMENT}changes/2024-04-01/2025-04-01/`;

test('what a text lets readers fold is open where changes are shown, and on paper', async () => {
  const { page, faults, close } = await openPage(browser, site);
  const words = page.locator('.text details p').first();
  await page.goto(site.url(DOCUMENT));
  assert.equal(await words.isVisible(), false);
  await page.goto(site.url(COMPARISON));
  assert.equal(await words.isVisible(), true);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await words.isVisible(), true);
  await page.goto(site.url(DOCUMENT));
  const shown = (of) => page.locator(of).first().evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().height > 0);
  assert.equal(await shown('.text summary'), true);
  assert.equal(await shown('.text details p'), true);
  assert.equal(await shown('.ages'), false, 'what the page itself folds is not printed');
  assert.deepEqual(faults, []);
  await close();
});

test('on paper no number and no word of a table is cut', async () => {
  const { page, close } = await openPage(browser, site, { viewport: { width: 720, height: 1000 } });
  await page.emulateMedia({ media: 'print' });
  await page.goto(site.url(DOCUMENT));
  const cut = await page.evaluate(() => [...document.querySelectorAll('article :is(th, td)')]
    .filter((cell) => !cell.textContent.trim().includes(' '))
    .filter((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
    })
    .map((cell) => cell.textContent));
  assert.deepEqual(cut, []);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wider <= 0, `runs out of the paper by ${wider} px`);
  await close();
});

test('a drawing without a ground has one in the dark', async () => {
  const { page, close } = await openPage(browser, site, { colorScheme: 'dark' });
  await page.goto(site.url(DOCUMENT));
  const ground = await page.locator('article img').evaluate((image) => getComputedStyle(image).backgroundColor);
  assert.equal(ground, 'rgb(255, 255, 255)');
  await close();
});

for (const width of [320, 1024]) {
  test(`however long a word is, no page scrolls sideways: ${width} px`, async () => {
    const { page, close } = await openPage(browser, site, { viewport: { width, height: 800 } });
    for (const address of ['en/', 'en/rules/', 'en/changes/', 'en/on-a-date/', 'en/a-z/', 'en/rules/book/', DOCUMENT, `${DOCUMENT}changes/`, COMPARISON]) {
      await page.goto(site.url(address));
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${address} by ${wider} px`);
    }
    await close();
  });
}
