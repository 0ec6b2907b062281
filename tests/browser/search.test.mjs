// A reader searches by typing: every form of a Welsh noun finds every page that has one, English words
// find their relatives, and without scripts the list of all documents is offered.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { LANGUAGES, WORDS, addresses, folder as example } from './example.mjs';
import { built, builtSite, serve } from './site.mjs';

const browser = await openBrowser();
const folder = builtSite('CANLLAW_SEARCH');
const nouns = JSON.parse(readFileSync(join(folder, 'forms.json'), 'utf8'));
const site = await serve(join(folder, 'public'));
const exampleSite = await serve(example);
const below = await serve(example, { path: '/intranet/' });

const PAGES = { en: 'en/search/', cy: 'cy/chwilio/' };

/** Types a query, waits for its answer, and gives the addresses of all results. */
async function find(page, origin, query) {
  const input = page.locator('#page--search-query');
  await input.fill(query);
  await input.press('Enter');
  await page.waitForFunction((asked) => document.querySelector('form[data-engine]').dataset.query === asked, query);
  const more = page.locator('.search-more button');
  const shown = page.locator('.result');
  while (await more.isVisible()) {
    const before = await shown.count();
    await more.click();
    await page.waitForFunction((count) => document.querySelectorAll('.result').length > count, before);
  }
  const links = await page.locator('.result-title a').evaluateAll((found) => found.map((link) => link.href));
  return links.map((link) => link.replace(origin, ''));
}

test('every form of a Welsh noun finds every page that has one', async () => {
  const { page, faults, close } = await openPage(browser, site);
  await page.goto(site.url(PAGES.cy));
  assert.ok(nouns.length >= 200);
  const missed = [];
  for (const forms of nouns) {
    for (const { form, page: own } of forms) {
      const found = await find(page, site.root, form);
      const lacking = forms.filter((other) => !found.includes(other.page));
      if (lacking.length > 0) missed.push(`${form} does not find ${lacking.map((other) => other.form)}`);
      if (found[0] !== own && !found.slice(0, 8).includes(own)) missed.push(`${form} is not among the first`);
    }
  }
  assert.deepEqual(missed, []);
  assert.deepEqual(faults, []);
  await close();
});

test('accents, apostrophes and what leans on a word make no difference', async () => {
  const { page, close } = await openPage(browser, site);
  await page.goto(site.url(PAGES.cy));
  const house = nouns.find(([noun]) => noun.form === 'tŷ').map((form) => form.page);
  for (const query of ['tŷ', 'ty', 'TY', 'tŷ’r', "dŷ'r"]) {
    const found = await find(page, site.root, query);
    assert.deepEqual(house.filter((address) => !found.includes(address)), [], query);
  }
  assert.ok((await find(page, site.root, "i'r swyddfeydd")).includes('cy/house/'));
  assert.ok((await find(page, site.root, 'swyddfeydd storfeydd')).includes('cy/house/'));
  await page.goto(site.url(PAGES.en));
  assert.deepEqual(await find(page, site.root, 'cafe'), ['en/three/']);
  await close();
});

test('English words find their relatives', async () => {
  const { page, close } = await openPage(browser, site);
  await page.goto(site.url(PAGES.en));
  for (const query of ['policies', 'policy']) {
    assert.deepEqual((await find(page, site.root, query)).sort(), ['en/one/', 'en/two/'], query);
  }
  assert.deepEqual(await find(page, site.root, 'policy leave'), ['en/one/']);
  await close();
});

test('a word that is nowhere finds nothing, though it begins with one that the site has', async () => {
  const { page, close } = await openPage(browser, site);
  await page.goto(site.url(PAGES.en));
  // The pages have "is", "on", "all" and "our".
  for (const query of ['isolation', 'onerous', 'allotment', 'ourselves', '(isolation)']) {
    assert.deepEqual(await find(page, site.root, query), [], query);
  }
  for (const query of ['polic', 'policie']) {
    assert.deepEqual((await find(page, site.root, query)).sort(), ['en/one/', 'en/two/'], query);
  }
  await page.goto(site.url(PAGES.cy));
  for (const query of ['ymaelodi', 'xyz']) assert.deepEqual(await find(page, site.root, query), [], query);
  await close();
});

test('where no page has all of the words it is said', async () => {
  const { page, close } = await openPage(browser, site);
  await page.goto(site.url(PAGES.en));
  const said = page.locator('.search-status');
  assert.deepEqual(await find(page, site.root, 'leave isolation'), ['en/one/']);
  assert.equal(await said.innerText(), 'Results: 1. No page has all of these words. The pages below have some of them.');
  assert.deepEqual((await find(page, site.root, 'leave quills pens')).length, 2);
  assert.match(await said.innerText(), /^Results: 2\. No page/);
  for (const query of ['policy leave', 'policy Policies our', '"policy on leave"']) {
    assert.deepEqual(await find(page, site.root, query), ['en/one/'], query);
    assert.equal(await said.innerText(), 'Results: 1');
  }
  await close();
});

test('a result shows the words that were found and leads to their heading', async () => {
  const { page, close } = await openPage(browser, site);
  await page.goto(site.url(PAGES.cy));
  await find(page, site.root, 'swyddfeydd');
  assert.equal(await page.locator('.result mark').innerText(), 'swyddfeydd');
  const place = page.locator('.result-place a');
  assert.equal(await place.innerText(), 'Wedyn');
  await place.click();
  await page.waitForURL(site.url('cy/house/#wedyn'));
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('.result').length > 0);
  assert.equal(await page.locator('#page--search-query').inputValue(), 'swyddfeydd');
  await close();
});

test('more results that are asked for twice while they load are there once', async () => {
  const { page, close } = await openPage(browser, site);
  await page.goto(site.url(PAGES.cy));
  const input = page.locator('#page--search-query');
  // The pages' titles are numbers.
  await input.fill('1');
  await input.press('Enter');
  await page.waitForFunction(() => document.querySelector('form[data-engine]').dataset.query === '1');
  await page.route('**/fragment/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await route.continue();
  });
  const links = page.locator('.result-title a');
  const before = await links.count();
  await page.locator('.search-more button').evaluate((button) => { button.click(); button.click(); });
  await page.waitForFunction((count) => document.querySelectorAll('.result').length > count, before);
  await page.waitForTimeout(400);
  const found = await links.evaluateAll((all) => all.map((link) => link.href));
  assert.equal(found.length, 2 * before);
  assert.equal(new Set(found).size, found.length);
  await close();
});

test('earlier versions are searched where the reader asks for them', async () => {
  const { page, close } = await openPage(browser, site);
  await page.goto(site.url(PAGES.en));
  assert.deepEqual(await find(page, site.root, 'quills'), []);
  assert.match(await page.locator('[role=status]').innerText(), /Nothing in force was found/);
  await page.locator('#page--search-history').check();
  await page.waitForFunction(() => document.querySelectorAll('.result').length > 0);
  assert.deepEqual(await find(page, site.root, 'quills'), ['en/policy/past/2019-01-01/']);
  assert.match(await page.locator('.result').innerText(), /Replaced/);
  await close();
});

test('what is to come and what was withdrawn is found, below what is in force', async () => {
  const standings = await serve(built({
    'site.yaml': 'title: {en: Rules, cy: Rheolau}\nlanguages: [{code: en, name: English}, {code: cy, name: Cymraeg}]\nparity: off\nsearch: history\n',
    'content/hybrid/2098-01-01/en.md': '# Hybrid working\n\nAt home.\n',
    'content/hybrid/2098-01-01/version.yaml': 'published_on: 2020-01-01\n',
    'content/study/document.yaml': 'withdrawn: {on: 2024-01-01}\n',
    'content/study/2020-01-01/en.md': '# Study leave\n\nGone.\n',
    'content/leave/2020-01-01/en.md': '# Leave\n\nLeave, leave and leave again.\n',
    'content/leave/2021-01-01/en.md': '# Leave\n\nSome twenty days of rest, more or less.\n',
  }));
  const { page, faults, close } = await openPage(browser, standings);
  await page.goto(standings.url(PAGES.en));
  const said = page.locator('.search-status');
  const first = page.locator('.result').first();
  assert.deepEqual(await find(page, standings.root, 'hybrid'), ['en/hybrid/']);
  assert.match(await first.innerText(), /Coming/);
  await find(page, standings.root, 'leave');
  assert.doesNotMatch(await first.innerText(), /In force\n/);
  assert.deepEqual(await find(page, standings.root, 'study leave'), ['en/leave/']);
  assert.match(await said.innerText(), /some of them\. Results in earlier and coming versions: 1$/);
  assert.deepEqual(await find(page, standings.root, 'study'), []);
  assert.equal(await said.innerText(), 'Nothing in force was found. Results in earlier and coming versions: 1');
  await said.locator('a').click();
  await page.waitForFunction(() => document.querySelectorAll('.result').length > 0);
  assert.match(await first.innerText(), /Withdrawn/);
  assert.deepEqual(
    await find(page, standings.root, 'leave'),
    ['en/leave/', 'en/leave/2020-01-01/', 'en/study/2020-01-01/'],
  );
  assert.match(await first.innerText(), /In force\s+In force since/);
  await page.locator('.masthead a[hreflang=cy]').click();
  assert.equal(page.url(), `${standings.url(PAGES.cy)}?q=leave&history=1`);
  assert.equal(await page.locator('#page--search-query').inputValue(), 'leave');
  assert.deepEqual(faults, []);
  await close();
});

for (const [where, at] of [['/', exampleSite], ['/intranet/', below]]) {
  for (const language of LANGUAGES) {
    test(`a reader searches from any page, by the keyboard alone: ${language}, at ${where}`, async () => {
      const { page, faults, close } = await openPage(browser, at);
      const here = addresses('policy/using-social-media', language, '2017-08-09', '2020');
      await page.goto(at.url(here.section));
      await page.locator('#page--masthead-query').focus();
      await page.keyboard.type(language === 'cy' ? 'cyfryngau' : 'media');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname.endsWith(`/${WORDS[language].search}/`));
      await page.waitForFunction(() => document.querySelectorAll('.result').length > 0);
      const results = await page.locator('.result-title a').evaluateAll((links) => links.map((link) => link.href));
      assert.ok(results.includes(at.url(here.document)), `${results}`);
      const place = results.indexOf(at.url(here.document));
      assert.match(await page.locator('.result').nth(place).innerText(), /2020/);
      await page.locator('.result-title a').nth(place).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(at.url(here.document));
      assert.deepEqual(faults, []);
      await close();
    });
  }
}

test('without scripts the list of all documents is offered', async () => {
  const { page, close } = await openPage(browser, exampleSite, { javaScriptEnabled: false });
  for (const language of LANGUAGES) {
    const here = addresses('policy/using-social-media', language, '2017-08-09', '2020');
    await page.goto(exampleSite.url(`${language}/${WORDS[language].search}/`));
    assert.ok(await page.locator('main noscript, main .notice').first().innerText());
    await page.locator(`main a[href$="${WORDS[language].all}/"]`).click();
    assert.equal(page.url(), exampleSite.url(`${language}/${WORDS[language].all}/`));
    await page.locator(`main a[href*="${here.document.split('/').at(-2)}"]`).click();
    assert.equal(page.url(), exampleSite.url(here.document));
  }
  await close();
});
