// A reader's way by clicking: home, document, history, comparison, the other language and back to the
// same place. At the root of a server and below a path, with and without scripts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { LANGUAGES, addresses, documentOf, folder } from './example.mjs';
import { serve } from './site.mjs';

const browser = await openBrowser();
const servers = { '/': await serve(folder), '/intranet/': await serve(folder, { path: '/intranet/' }) };
const DOCUMENT = 'policy/using-social-media';
const OTHER = { en: 'cy', cy: 'en' };

/** Clicks the first link that can be seen and leads to an address, and waits for its page. */
async function follow(page, site, address) {
  const links = page.locator('a[href]:visible');
  const targets = await links.evaluateAll((elements) => elements.map((element) => element.href.split('#')[0]));
  const place = targets.indexOf(site.url(address));
  assert.notEqual(place, -1, `no link to ${address} on ${page.url()}, among ${[...new Set(targets)].join(' ')}`);
  await links.nth(place).click();
  await page.waitForURL((url) => url.href.split('#')[0] === site.url(address));
}

const languageOf = (page) => page.locator('html').getAttribute('lang');

async function readerGoes(page, site, language) {
  const here = addresses(DOCUMENT, language, '2017-08-09', '2020');
  const there = addresses(DOCUMENT, OTHER[language], '2017-08-09', '2020');
  await page.goto(site.root);
  await follow(page, site, here.home);
  await follow(page, site, here.document);
  assert.equal(await page.locator('article').getAttribute('data-version'), documentOf(DOCUMENT).in_force);
  await follow(page, site, here.history);
  await follow(page, site, here.comparison);
  assert.equal(await page.locator('article').getAttribute('data-from'), '2017-08-09');
  await follow(page, site, there.comparison);
  assert.equal(await languageOf(page), OTHER[language]);
  assert.equal(await page.locator('article').getAttribute('data-from'), '2017-08-09');
  await follow(page, site, here.comparison);
  assert.equal(await languageOf(page), language);
  await page.goBack();
  await page.goBack();
  assert.equal(page.url().split('#')[0], site.url(here.comparison));
  await follow(page, site, here.version);
  await follow(page, site, there.version);
  await follow(page, site, here.version);
}

for (const [where, site] of Object.entries(servers)) {
  for (const language of LANGUAGES) {
    for (const javaScriptEnabled of [true, false]) {
      const name = `from ${language} and back, at ${where}${javaScriptEnabled ? '' : ', without scripts'}`;
      test(name, async () => {
        const { page, faults, close } = await openPage(browser, site, { javaScriptEnabled });
        await readerGoes(page, site, language);
        assert.deepEqual(faults, []);
        await close();
      });
    }
  }
}

test('the other language opens at the same place', async () => {
  const site = servers['/'];
  const { page, faults, close } = await openPage(browser, site);
  for (const language of LANGUAGES) {
    const here = addresses(DOCUMENT, language, '2017-08-09', '2020');
    const there = addresses(DOCUMENT, OTHER[language], '2017-08-09', '2020');
    for (const kind of ['document', 'version', 'comparison']) {
      await page.goto(site.url(here[kind]));
      const heading = page.locator('article :is(h2, h3)').last();
      const place = await heading.evaluate((element) => element.id || element.closest('[id]').id);
      await page.goto(`${site.url(here[kind])}#${place}`);
      await follow(page, site, there[kind]);
      const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
      assert.equal(anchor, place, `the place is kept from ${here[kind]}`);
      const reached = await page.evaluate((id) => {
        const target = document.getElementById(id);
        const block = target?.closest('h1, h2, h3, h4, section, p, li');
        const headings = [...document.querySelectorAll('article :is(h2, h3)')];
        const last = headings.at(-1);
        return block !== null && (block === last || block?.contains(last) || last.contains(target));
      }, anchor);
      assert.ok(reached, `#${place} on ${there[kind]} is the last heading too`);
    }
  }
  assert.deepEqual(faults, []);
  await close();
});

test('a number of this page alone is not taken along: the place that has a name is', async () => {
  const { page, faults, close } = await openPage(browser, servers['/']);
  for (const language of LANGUAGES) {
    const here = addresses(DOCUMENT, language, '2017-08-09', '2020');
    await page.goto(`${servers['/'].url(here.comparison)}#change-4`);
    for (const link of await page.locator('a[data-keep-place]').all()) {
      const place = await link.evaluate((element) => decodeURIComponent(element.hash.slice(1)));
      assert.ok(place && !place.startsWith('change-'), `${here.comparison} leads to #${place}`);
      const isKnown = await page.evaluate((id) => {
        const named = document.getElementById(id);
        const change = document.getElementById('change-4');
        return change.contains(named) || Boolean(named.compareDocumentPosition(change) & Node.DOCUMENT_POSITION_FOLLOWING);
      }, place);
      assert.ok(isKnown, `#${place} is in the change or above it`);
    }
  }
  assert.deepEqual(faults, []);
  await close();
});

test('who arrives by another name of a heading sees the heading outlined', async () => {
  const { page, close } = await openPage(browser, servers['/']);
  await page.goto(`${servers['/'].url(addresses(DOCUMENT, 'en', '2017-08-09', '2020').document)}`);
  const alias = await page.locator('article h2 > .alias').first().getAttribute('id');
  await page.goto(`${page.url()}#${alias}`);
  const styles = await page.evaluate(() => [document.querySelector(':target'), document.querySelector('h2:has(> :target)')]
    .map((element) => getComputedStyle(element).outlineStyle));
  assert.deepEqual(styles, ['none', 'solid']);
  await close();
});

test('a message about the page names the place that its address does, or none', async () => {
  const { page, close } = await openPage(browser, servers['/']);
  const message = async (address) => {
    await page.goto('about:blank');
    await page.goto(servers['/'].url(address));
    const link = page.locator('a[data-feedback]');
    await link.evaluate((element) => element.addEventListener('click', (event) => event.preventDefault()));
    await link.click();
    return decodeURIComponent(await link.getAttribute('href'));
  };
  const security = addresses('policy/security', 'en', '2017-08-09', '').document;
  assert.ok((await message(`${security}#5.2-i`)).endsWith('#5.2-i'));
  assert.ok(!(await message(security)).includes('#'));
  await close();
});

test('a former address, and one for every language, take the place along', async () => {
  const site = servers['/intranet/'];
  const { page, faults, close } = await openPage(browser, site);
  await page.goto(`${site.url('en/policy/social-media/2017-08-09/')}#5`, { waitUntil: 'commit' });
  await page.waitForURL(`${site.url('en/policy/using-social-media/2017-08-09/')}#5`);
  await page.goto(`${site.url('id/policy/security/')}#5.2-i`);
  const places = await page.locator('main a').evaluateAll((links) => links.map((link) => link.hash));
  assert.deepEqual(places, LANGUAGES.map(() => '#5.2-i'));
  assert.deepEqual(faults, []);
  await close();
});

test('on a wide screen the sections stand below each other, and what changed lately beside them', async () => {
  const site = servers['/'];
  const { page, close } = await openPage(browser, site, { viewport: { width: 1280, height: 900 } });
  for (const language of LANGUAGES) {
    await page.goto(site.url(`${language}/`));
    const lefts = (of) => page.locator(of).evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().left));
    const sections = await lefts('.home-section');
    assert.ok(sections.length > 1);
    assert.equal(new Set(sections).size, 1, `${language}: ${sections}`);
    const [recent] = await lefts('.home-recent');
    assert.ok(recent > sections[0]);
  }
  await close();
});

test('an address where nothing is leads home', async () => {
  for (const [where, site] of Object.entries(servers)) {
    if (where !== '/') continue;
    const { page, close } = await openPage(browser, site);
    const response = await page.goto(site.url('en/policy/nothing/at/all/'));
    assert.equal(response.status(), 404);
    for (const language of LANGUAGES) {
      await page.goto(site.url('en/policy/nothing/at/all/'));
      await follow(page, site, `${language}/`);
    }
    await close();
  }
});
