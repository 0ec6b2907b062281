// The example's own promise: five things become six, and nothing else in that list is marked.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { LANGUAGES, addresses, folder, record, path, WORDS } from './example.mjs';
import { itemsOfArticle, textOfArticle } from './marks.mjs';
import { serve } from './site.mjs';

const browser = await openBrowser();
const site = await serve(folder);

const SIX_THINGS = {
  en: { counts: /things to remember/, added: 'Security', kept: ['Propriety', 'Common sense', 'Accuracy', 'Permanent', 'Doubts'] },
  cy: { counts: /i’w cofio/, added: 'Diogelwch', kept: ['Priodoldeb', 'Synnwyr cyffredin', 'Cywirdeb', 'Parhaol', 'Amheuon'] },
};

for (const language of LANGUAGES) {
  const { counts, added, kept } = SIX_THINGS[language];
  const at = addresses('policy/using-social-media', language, '2017-08-09', '2020');

  for (const address of [at.comparison, at.toCurrent]) {
    test(`five things become six: ${address}`, async () => {
      const { page, close } = await openPage(browser, site);
      await page.goto(site.url(address));
      const article = page.locator('article[data-diff]');
      assert.equal(await article.getAttribute('data-from'), '2017-08-09');
      assert.equal(await article.getAttribute('data-to'), '2020');

      const heading = page.locator('article :is(h2, h3, h4)').filter({ hasText: counts });
      assert.equal(await heading.count(), 1);
      assert.deepEqual((await heading.locator('del').allInnerTexts()).map((text) => text.split(' ')[0]), ['5']);
      assert.deepEqual((await heading.locator('ins').allInnerTexts()).map((text) => text.split(' ')[0]), ['6']);

      const items = await page.evaluate(itemsOfArticle);
      const things = items.filter((item) => [added, ...kept].some((name) => item.text.startsWith(`${name}:`)));
      assert.deepEqual(things.map((item) => item.text.split(':')[0]), [...kept, added]);
      const security = things.pop();
      assert.ok(security.around === 'ins' || security.inserted.replace(/\s/g, '') === security.text.replace(/\s/g, ''), 'the new item is added whole');
      for (const item of things) assert.deepEqual([item.around, item.marked], [null, []], item.text);
      await close();
    });
  }

  test(`two responsibilities are reworded and no more: ${language}`, async () => {
    const { page, close } = await openPage(browser, site);
    await page.goto(site.url(at.comparison));
    const items = (await page.evaluate(itemsOfArticle)).slice(0, -6);
    const changed = items.filter((item) => item.marked.length > 0 || item.around !== null);
    assert.equal(changed.length, 2, JSON.stringify(changed));
    assert.equal(await page.locator('article li [data-change~=changed], article li[data-change~=changed]').count(), 2);
    await close();
  });
}

test('each comparison is both of its texts', async () => {
  const { page, close } = await openPage(browser, site, { javaScriptEnabled: true });
  const read = async (address, side) => {
    await page.goto(site.url(address));
    return page.evaluate(textOfArticle, side);
  };
  let compared = 0;
  for (const document of record.documents) {
    for (const language of LANGUAGES) {
      const versions = document.versions.filter((version) => version.texts[language]);
      for (let newer = 1; newer < versions.length; newer += 1) {
        const [from, to] = [versions[newer - 1], versions[newer]];
        const root = path(document.addresses[language]);
        const comparison = `${root}${WORDS[language].changes}/${from.id}/${to.id}/`;
        assert.equal(await read(comparison, 'old'), await read(`${root}${from.id}/`, 'old'), `rejected: ${comparison}`);
        assert.equal(await read(comparison, 'new'), await read(`${root}${to.id}/`, 'new'), `accepted: ${comparison}`);
        compared += 1;
      }
    }
  }
  assert.ok(compared >= 10, `${compared} comparisons`);
  await close();
});
