// Citing a place: what is copied, opened, leads to the clause, in the language and the version cited.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { openBrowser, openPage } from './browser.mjs';
import { LANGUAGES, addresses, documentOf, folder } from './example.mjs';
import { serve } from './site.mjs';

const browser = await openBrowser();
const site = await serve(folder);
const OTHER = { en: 'cy', cy: 'en' };
const SECURITY = 'policy/security';
const CITED = {
  en: 'Security policy: social media, 5.2(ii), as on 9 August 2017',
  cy: 'Polisi diogelwch: cyfryngau cymdeithasol, 5.2(ii), fel yr oedd ar 9 Awst 2017',
};

/** The address of a citation, on the server of this test. */
const onServer = (address) => address.replace('https://canllaw.example/', site.root);

for (const language of LANGUAGES) {
  test(`a citation that is copied and opened leads to the clause, in its language and version: ${language}`, async () => {
    const { page, faults, close } = await openPage(browser, site, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(site.url(addresses(SECURITY, language, '', '').document));
    assert.equal(await page.locator('.cite').filter({ visible: true }).count(), 0, 'on request alone');
    await page.locator('.citing > summary').press('Enter');
    await page.locator('[id="5.2-ii"] > a.cite:not([lang])').press('Enter');
    const panel = page.locator('dialog.citing-place');
    await panel.locator('button[type=button]').press('Enter');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [citation, address] = copied.split('\n');
    assert.equal(citation, CITED[language]);
    await page.keyboard.press('Escape');
    assert.equal(await panel.isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '5.2(ii)', 'the focus is back');

    await page.goto(onServer(address));
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    assert.equal(await page.locator('article').getAttribute('data-version'), documentOf(SECURITY).in_force);
    assert.ok(page.url().includes('/2017-08-09/'), 'the version and not what is in force');
    assert.match(await page.locator(':target').innerText(), /(^|\s)5\.2 ii\. /);
    assert.deepEqual(faults, []);
    await close();
  });

  test(`the same place in the other language, and since when it reads so: ${language}`, async () => {
    const { page, faults, close } = await openPage(browser, site);
    const here = addresses('policy/using-social-media', language, '2020', '');
    await page.goto(site.url(here.document));
    await page.locator('.citing > summary').click();
    const heading = page.locator('article h2').last();
    const words = await heading.innerText();
    await page.locator('.text > a.cite:not([lang])').last().click();
    const panel = page.locator('dialog.citing-place');
    assert.ok((await panel.locator('textarea').inputValue()).includes(words));
    const since = panel.locator('.citing-since a');
    assert.ok((await since.getAttribute('href')).includes('#change-'));
    await panel.locator(`a[hreflang=${OTHER[language]}]`).click();
    assert.ok(page.url().startsWith(site.url(addresses('policy/using-social-media', OTHER[language], '2020', '').version)));
    const target = page.locator(':target');
    // The page may still be read when its address is there.
    await target.waitFor({ state: 'attached' });
    assert.equal(await target.count(), 1);
    assert.match(await target.evaluate((element) => element.closest('h2').textContent), /^6 /);
    assert.deepEqual(faults, []);
    await close();
  });

  test(`a paragraph without a label has an address too: ${language}`, async () => {
    const { page, faults, close } = await openPage(browser, site);
    await page.goto(site.url(addresses('policy/using-social-media', language, '2020', '').document));
    await page.locator('.citing > summary').click();
    const link = page.locator('.text li > a.cite:not([lang])').first();
    const name = await link.innerText();
    const words = (await page.locator('.text li').first().innerText()).replace(name, '').trim();
    await link.click();
    const [citation, address] = (await page.locator('dialog.citing-place textarea').inputValue()).split('\n');
    assert.ok(citation.includes(name), `${citation} names ${name}`);
    await page.goto(onServer(address));
    assert.equal((await page.locator(':target').innerText()).trim(), words);
    assert.deepEqual(faults, []);
    await close();
  });

  test(`all of it without scripts: ${language}`, async () => {
    const { page, faults, close } = await openPage(browser, site, { javaScriptEnabled: false });
    await page.goto(site.url(addresses(SECURITY, language, '', '').document));
    await page.locator('.citing > summary').click();
    const whole = page.locator('.citing > .citation');
    assert.ok((await whole.innerText()).startsWith(CITED[language].replace('5.2(ii), ', '')));
    assert.ok((await page.locator('.citing').innerText()).includes(CITED[language].replace('(ii)', '(i)')), 'an example');
    await page.locator('[id="5.2-ii"] > a.cite:not([lang])').click();
    assert.ok(page.url().endsWith('/2017-08-09/#5.2-ii'), page.url());
    assert.match(await page.locator(':target').innerText(), /(^|\s)5\.2 ii\. /);
    await page.locator('.citing > summary').click();
    await page.locator(`[id="5.2-ii"] > a.cite[lang=${OTHER[language]}]`).click();
    assert.equal(page.url(), site.url(`${addresses(SECURITY, OTHER[language], '2017-08-09', '').version}#5.2-ii`));
    assert.match(await page.locator(':target').innerText(), /(^|\s)5\.2 ii\. /);
    assert.deepEqual(faults, []);
    await close();
  });
}

for (const colorScheme of ['light', 'dark']) {
  test(`nothing for axe where places are cited: ${colorScheme}`, async () => {
    const { page, faults, close } = await openPage(browser, site, { colorScheme, viewport: { width: 320, height: 800 } });
    for (const language of LANGUAGES) {
      await page.goto(site.url(addresses('policy/using-social-media', language, '', '').document));
      await page.locator('.citing > summary').click();
      await page.locator('.text li > a.cite:not([lang])').first().waitFor();
      assert.deepEqual(await violations(page), []);
      await page.locator('article a.cite').first().click();
      assert.deepEqual(await violations(page), []);
      const box = await page.locator('dialog.citing-place').boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= 320, `the panel is from ${box.x} to ${box.x + box.width}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wider <= 0, `scrolls sideways by ${wider} px`);
    }
    assert.deepEqual(faults, []);
    await close();
  });
}

test('printed, a version says what it is and where', async () => {
  const { page, close } = await openPage(browser, site);
  await page.goto(site.url(addresses(SECURITY, 'cy', '', '').document));
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('body').innerText();
  const version = documentOf(SECURITY).versions[0];
  for (const said of [
    version.texts.cy.title,
    '9 Awst 2017',
    version.texts.cy.address,
    version.fingerprint,
    documentOf(SECURITY).addresses.cy,
  ]) assert.ok(printed.includes(said), `${said} in ${printed}`);
  assert.equal(await page.locator('.masthead, .citing, .cite').filter({ visible: true }).count(), 0);
  await close();
});
