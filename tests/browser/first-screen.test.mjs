// What a reader sees, and hears, first on the page of a text.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { LANGUAGES, addresses, folder } from './example.mjs';
import { serve } from './site.mjs';

const browser = await openBrowser();
const site = await serve(folder);
const DOCUMENT = 'policy/using-social-media';

test('on a phone the page of a text begins with its heading, and the text is on the first screen', async () => {
  const { page, close } = await openPage(browser, site, { viewport: { width: 360, height: 740 } });
  await page.goto(site.url(addresses(DOCUMENT, 'en', '', '').document));
  const top = async (of) => (await page.locator(of).first().boundingBox()).y;
  assert.ok(await top('h1') < 300, `the heading at ${await top('h1')} px`);
  assert.ok(await top('.standing ~ .text') < 700, `the text at ${await top('.standing ~ .text')} px`);
  await close();
});

for (const language of LANGUAGES) {
  test(`the heading comes first, then which version this is, then the text: ${language}`, async () => {
    const { page, close } = await openPage(browser, site);
    const { document, version } = addresses(DOCUMENT, language, '2017-08-09', '2020');
    for (const address of [document, version]) {
      await page.goto(site.url(address));
      const order = await page.locator('main :is(h1, .bar, h2, .citing)').evaluateAll((elements) => elements.map(
        (element) => element.className.split(' ')[0] || element.localName,
      ));
      assert.deepEqual(order.slice(0, 3), ['h1', 'bar', 'h2'], address);
      assert.ok(order.indexOf('citing') > order.indexOf('h2'), address);
    }
    await close();
  });
}

test('the list of contents is folded on a phone and open beside the text', async () => {
  const { page, close } = await openPage(browser, site, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(site.url(addresses(DOCUMENT, 'en', '', '').document));
  const link = page.locator('.contents a').first();
  assert.equal(await link.isVisible(), false);
  await page.locator('.contents summary').click();
  assert.equal(await link.isVisible(), true);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload();
  assert.equal(await link.isVisible(), true);
  assert.equal(await page.locator('.contents summary').isVisible(), false);
  await close();
});

test('the bar leads to the citation, and opens it', async () => {
  const { page, close } = await openPage(browser, site, { javaScriptEnabled: false });
  await page.goto(site.url(addresses(DOCUMENT, 'en', '', '').document));
  await page.locator('.bar a[href="#page--citation"]').click();
  assert.equal(await page.locator('.citing .citation').first().isVisible(), true);
  assert.equal(await page.locator('article .cite').first().isVisible(), true);
  await close();
});
