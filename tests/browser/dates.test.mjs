// A reader asks what held on a day: by typing it, by an address that somebody cited, and without scripts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { LANGUAGES, WORDS, addresses, folder } from './example.mjs';
import { serve } from './site.mjs';

const browser = await openBrowser();
const servers = { '/': await serve(folder), '/intranet/': await serve(folder, { path: '/intranet/' }) };
const site = servers['/'];

const SOCIAL = 'policy/using-social-media';
const CHANNELS = 'house-rules/official-channels';
const UNKNOWN = {
  en: 'In force by 9 August 2017; start not known',
  cy: 'Mewn grym erbyn 9 Awst 2017; nid yw’r dyddiad cychwyn yn hysbys',
};
const THINGS = { en: ['5 things to remember', '6 things to remember'], cy: ['5 peth i’w cofio', '6 pheth i’w cofio'] };

const pageOf = (language) => `${language}/${WORDS[language].onADate}/`;

/** Types a day into the form, sends it, and waits for the list. */
async function ask(page, day) {
  await page.locator('input[name=date]').fill(day);
  await page.locator('.day-form button').click();
  await page.waitForURL((url) => url.searchParams.get('date') === day);
  await listed(page);
}

/** Waits until the script has said which day is shown. */
const listed = (page) => page.waitForFunction(() => document.querySelector('[role=status]').textContent !== '');

/** The entry of a document in the list: its item. */
function entry(page, id, language) {
  const { document } = addresses(id, language, '', '');
  return page.locator(`.documents li:has(a[href*="${document.split('/').slice(1).join('/')}"])`);
}

for (const [where, server] of Object.entries(servers)) {
  for (const language of LANGUAGES) {
    test(`what held on a day: ${language}, at ${where}`, async () => {
      const { page, faults, close } = await openPage(browser, server);
      await page.goto(server.url(pageOf(language)));

      await ask(page, '2018-03-14');
      await entry(page, SOCIAL, language).locator('.document-title a').click();
      await page.waitForURL(server.url(addresses(SOCIAL, language, '2017-08-09', '').version));
      await page.locator('article', { hasText: THINGS[language][0] }).waitFor();

      await page.goBack();
      await listed(page);
      assert.equal(new URL(page.url()).searchParams.get('date'), '2018-03-14');
      await ask(page, '2017-07-17');
      assert.ok((await entry(page, SOCIAL, language).innerText()).includes(UNKNOWN[language]));

      await ask(page, new Date().toISOString().slice(0, 10));
      await entry(page, SOCIAL, language).locator('.document-title a').click();
      await page.locator('article', { hasText: THINGS[language][1] }).waitFor();
      assert.deepEqual(faults, []);
      await close();
    });
  }
}

test('an address with a day can be cited, and the other language shows the same day', async () => {
  const { page, faults, close } = await openPage(browser, site);
  await page.goto(site.url(`${pageOf('en')}?date=2018-03-14`));
  await listed(page);
  assert.equal(await page.locator('#page--day-title').innerText(), 'On 14 March 2018');
  assert.match(await page.title(), /^On 14 March 2018 – /);
  assert.equal(await page.locator('input[name=date]').inputValue(), '2018-03-14');
  await page.locator('.masthead .languages a[hreflang=cy]').click();
  await listed(page);
  assert.equal(await page.locator('#page--day-title').innerText(), 'Ar 14 Mawrth 2018');
  assert.deepEqual(faults, []);
  await close();
});

test('a text that was corrected later is offered beside the one that could be read', async () => {
  const { page, close } = await openPage(browser, site);
  for (const language of LANGUAGES) {
    await page.goto(site.url(`${pageOf(language)}?date=2021-03-02`));
    await listed(page);
    const channels = entry(page, CHANNELS, language);
    const links = await channels.locator('a').evaluateAll((found) => found.map((link) => link.href));
    const { document } = addresses(CHANNELS, language, '', '');
    assert.deepEqual(links, [site.url(`${document}2021-03-01/`), site.url(`${document}2021-03-01.1/`)]);
    assert.match(await channels.locator('.day-corrected').innerText(), /3 (March|Mawrth) 2021/);
    await page.goto(site.url(`${pageOf(language)}?date=2021-03-03`));
    await listed(page);
    assert.equal(await channels.locator('.day-corrected').count(), 0);
  }
  await close();
});

test('what is no day is said to be none, and the list stays', async () => {
  const { page, close } = await openPage(browser, site);
  for (const written of ['2021-02-29', 'yesterday', '']) {
    await page.goto(site.url(`${pageOf('en')}?date=${written}`));
    await listed(page);
    assert.match(await page.locator('[role=status]').innerText(), /not a date/);
    assert.equal(await page.locator('#page--day-title').innerText(), 'In force now');
  }
  await close();
});

test('a day with a page of its own says the same with the script and without', async () => {
  const scripted = await openPage(browser, site);
  const plain = await openPage(browser, site, { javaScriptEnabled: false });
  for (const language of LANGUAGES) {
    await plain.page.goto(site.url(pageOf(language)));
    assert.ok(await plain.page.locator('noscript').isVisible());
    assert.equal(await plain.page.locator('.day-form').isVisible(), false);
    const links = plain.page.locator('nav.years a');
    const days = await links.evaluateAll((found) => [...new Set(found.map((link) => link.href))]);
    assert.ok(days.some((day) => day.endsWith('/2017-12-31/')), days.join(' '));
    for (const day of days) {
      await plain.page.goto(day);
      await scripted.page.goto(site.url(`${pageOf(language)}?date=${day.split('/').at(-2)}`));
      await listed(scripted.page);
      const told = await Promise.all([plain, scripted].map(async ({ page }) => ({
        words: await page.locator('.day').innerText(),
        links: await page.locator('.day a').evaluateAll((found) => found.map((link) => link.href)),
      })));
      assert.deepEqual(told[0], told[1], day);
    }
  }
  assert.deepEqual([...scripted.faults, ...plain.faults], []);
  await scripted.close();
  await plain.close();
});

test('the timeline is read by keyboard: each version, and what its author says of it', async () => {
  const { page, faults, close } = await openPage(browser, site, { javaScriptEnabled: false });
  for (const language of LANGUAGES) {
    await page.goto(site.url(addresses(CHANNELS, language, '', '').history));
    const rows = page.locator('.timeline a');
    assert.equal(await rows.count(), 4);
    const notes = page.locator('.timeline .t-note');
    const visible = () => notes.evaluateAll((found) => found.map((note) => getComputedStyle(note).visibility === 'visible'));
    assert.deepEqual(await visible(), [false, false, false, false]);
    await rows.first().focus();
    for (let at = 0; at < 4; at += 1) {
      assert.ok(await rows.nth(at).evaluate((row) => row === document.activeElement), `${at}`);
      assert.deepEqual(await visible(), [0, 1, 2, 3].map((other) => other === at));
      await page.keyboard.press('Tab');
    }
    await rows.nth(1).hover();
    assert.deepEqual(await visible(), [false, true, false, false]);
    await rows.nth(1).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(site.url(addresses(CHANNELS, language, '2016-04-01', '2018-06-01').comparison));
  }
  assert.deepEqual(faults, []);
  await close();
});

test('what is drawn of a version is not told by colour alone', async () => {
  const { page, close } = await openPage(browser, site);
  await page.goto(site.url(addresses(SOCIAL, 'en', '', '').history));
  const rows = page.locator('.timeline a');
  assert.deepEqual(
    await rows.locator('.t-name').allTextContents(),
    ['by 9 August 2017 · Replaced', '2020 · In force · Changes: 8'],
  );
  // Neither start is known, and the first version may have held on until the second began.
  assert.deepEqual(await rows.evaluateAll((found) => found.map((row) => row.querySelectorAll('.t-perhaps').length)), [2, 1]);
  await page.goto(site.url(addresses(CHANNELS, 'en', '', '').history));
  assert.equal(await page.locator('.timeline svg.t-mark').count(), 1);
  await close();
});

/** Chooses two versions by their places in the lists, and asks for the comparison. */
async function compare(page, before, after) {
  await page.locator('#pair-before').selectOption({ index: before });
  await page.locator('#pair-after').selectOption({ index: after });
  await page.locator('.pair-form button').click();
}

test('the label of each version to choose stands at its list, at any width', async () => {
  const { page, close } = await openPage(browser, site);
  for (const language of LANGUAGES) {
    for (const width of [320, 390, 520, 640, 760, 900, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(site.url(addresses(CHANNELS, language, '', '').history));
      for (const side of ['before', 'after']) {
        const label = await page.locator(`label[for=pair-${side}]`).boundingBox();
        const list = await page.locator(`#pair-${side}`).boundingBox();
        const isBeside = label.y < list.y + list.height && list.y < label.y + label.height && label.x < list.x;
        const isAbove = list.y >= label.y + label.height && list.y - label.y - label.height < 16 && list.x === label.x;
        assert.ok(isBeside || isAbove, `${side}, ${language}, ${width} px`);
        assert.ok(list.x + list.width <= width, `${side}, ${language}, ${width} px: the list runs out of the page`);
      }
    }
  }
  await close();
});

test('any two versions are compared, or lead to the nearest comparisons', async () => {
  const { page, faults, close } = await openPage(browser, site);
  for (const language of LANGUAGES) {
    const of = (from, to) => addresses(CHANNELS, language, from, to);
    const { history } = of('', '');
    for (const [before, after, reached] of [
      [0, 1, of('2016-04-01', '2018-06-01').comparison],
      [1, 0, of('2016-04-01', '2018-06-01').comparison],
      [1, 3, of('2018-06-01', '').toCurrent],
    ]) {
      await page.goto(site.url(history));
      await compare(page, before, after);
      await page.waitForURL(site.url(reached));
    }
    await page.goto(site.url(history));
    await compare(page, 0, 2);
    const links = page.locator('.pair-form ul a');
    await links.first().waitFor();
    assert.deepEqual(await links.evaluateAll((found) => found.map((link) => link.href)), [
      of('2016-04-01', '').toCurrent,
      of('2021-03-01', '2021-03-01.1').comparison,
      of('2016-04-01', '2018-06-01').comparison,
      of('2018-06-01', '2021-03-01').comparison,
    ].map(site.url));
    await compare(page, 2, 2);
    assert.equal(await links.count(), 0);
    assert.notEqual(await page.locator('.pair-form [role=status]').innerText(), '');
  }
  assert.deepEqual(faults, []);
  await close();
});
