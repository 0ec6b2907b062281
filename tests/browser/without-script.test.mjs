// Without scripts there is as much to read: every page says the same with scripts and without.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { LANGUAGES, eachKind, folder } from './example.mjs';
import { serve } from './site.mjs';

const browser = await openBrowser();
const site = await serve(folder);

const wordsOf = (page) => page.locator('body').evaluate((body) => body.innerText.replace(/\s+/g, ' ').trim());

for (const language of LANGUAGES) {
  test(`every kind of page can be read without scripts: ${language}`, async () => {
    const scripted = await openPage(browser, site);
    const plain = await openPage(browser, site, { javaScriptEnabled: false });
    for (const [kind, address] of Object.entries(eachKind(language))) {
      // What these pages say without scripts is held by their own tests.
      if (['search', 'on a date'].includes(kind)) continue;
      await scripted.page.goto(site.url(address));
      await plain.page.goto(site.url(address));
      const [withScripts, without] = [await wordsOf(scripted.page), await wordsOf(plain.page)];
      assert.ok(without.length > 40, `${kind}: ${without}`);
      const main = await plain.page.locator('main').innerText();
      for (const line of main.split('\n').filter((text) => text.trim() !== '')) {
        const words = line.replace(/\s+/g, ' ').trim();
        assert.ok(without.includes(words) && withScripts.includes(words), `${kind}: ${words}`);
      }
    }
    assert.deepEqual([...scripted.faults, ...plain.faults], []);
    await scripted.close();
    await plain.close();
  });
}

test('a comparison shows its marks without colour', async () => {
  const { page, close } = await openPage(browser, site, { javaScriptEnabled: false, forcedColors: 'active' });
  await page.goto(site.url(eachKind('en').comparison));
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll('article ins, article del')].map((mark) => getComputedStyle(mark).textDecorationLine));
  assert.ok(lines.length > 2);
  assert.deepEqual(lines.filter((line) => line === 'none'), []);
  await close();
});
