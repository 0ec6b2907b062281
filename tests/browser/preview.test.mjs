// The preview as a policy owner sees it: a page that keeps up with the file, what an edit changes, what is wrong.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { preview } from './preview.mjs';

const browser = await openBrowser();
const DOCUMENT = 'policy/using-social-media';
const DRAFT = `${DOCUMENT}/draft`;

const address = (language) => ({
  en: 'en/policy/using-social-media/draft/',
  cy: 'cy/polisi/defnyddio-cyfryngau-cymdeithasol/draft/',
})[language];

const { site, start } = await preview();
for (const language of ['en', 'cy']) {
  await site.write(`${DRAFT}/${language}.md`, await site.read(`${DOCUMENT}/2020/${language}.md`));
}
await site.write(`${DRAFT}/version.yaml`, 'based_on: 2020\n');
let server = await start();

/** The address of the document's draft in a language, as the site itself links to it. */
async function openDraft(page, language) {
  await page.goto(server.url(address(language)));
  await page.waitForSelector('.draft-panel');
}

test('a save appears without a reload by hand, and the reader stays where they were', async () => {
  const { page, faults, close } = await openPage(browser, server, { viewport: { width: 390, height: 500 } });
  await openDraft(page, 'en');
  await page.evaluate(() => {
    document.documentElement.style.scrollBehavior = 'auto';
    scrollTo(0, 900);
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
  const open = await page.locator('details[open]').count();
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 500);
  await site.edit(`${DRAFT}/en.md`, (text) => `${text}\nNobody must answer on a Sunday.\n`);
  await page.getByText('Nobody must answer on a Sunday.').last().waitFor();
  assert.equal(await page.evaluate(() => scrollY), before);
  assert.equal(await page.locator('details[open]').count(), open);
  assert.deepEqual(faults, []);
  await close();
});

test('the panel counts an edit in Welsh alone and says what the English lacks', async () => {
  const { page, faults, close } = await openPage(browser, server);
  await site.write(`${DRAFT}/en.md`, await site.read(`${DOCUMENT}/2020/en.md`));
  await site.write(`${DRAFT}/cy.md`, await site.read(`${DOCUMENT}/2020/cy.md`));
  await openDraft(page, 'cy');
  await page.locator('.draft-panel .no-changes').waitFor();
  assert.equal(await page.locator('.draft-parity li').count(), 0);

  await site.edit(`${DRAFT}/cy.md`, (text) => `${text}\nRhaid cofnodi pob cwyn cyn pen tri diwrnod.\n`);
  const panel = page.locator('.draft-panel');
  await panel.locator('.counts').waitFor();
  assert.match(await panel.locator('.counts').innerText(), /Newidiadau: 1\b/);
  assert.match(await panel.locator('.counts').innerText(), /Ychwanegwyd: 1\b/);
  assert.deepEqual(await panel.locator('.summary .flag').allInnerTexts(), ['dyletswydd', 'rhif']);
  const found = panel.locator('.draft-parity li');
  assert.equal(await found.count(), 1);
  assert.match(await found.innerText(), /Rhaid cofnodi pob cwyn/);
  assert.match(await found.innerText(), /Nid yw yno/);

  // Each leads to its place: here to the words, in English to where they would be.
  await found.locator('a').first().click();
  const shown = await page.evaluate(() => document.getElementById(location.hash.slice(1)).closest('p, li').textContent);
  assert.match(shown, /Rhaid cofnodi pob cwyn/);
  await found.locator('a').last().click();
  await page.waitForURL(/\/en\//);
  assert.ok(await page.evaluate(() => document.getElementById(location.hash.slice(1)) !== null));
  assert.match(await page.locator('.draft-panel .draft-parity li').innerText(), /Only in one of the languages/);

  // And what changed leads to the change.
  await openDraft(page, 'cy');
  await page.locator('.draft-panel .summary a').first().click();
  await page.waitForURL(/\/newidiadau\/2020\/draft\/#change-1$/);
  assert.match(await page.locator('#change-1').innerText(), /Rhaid cofnodi pob cwyn/);
  assert.deepEqual(faults, []);
  await close();
});

test('a page of the preview says how each document stands, and where its languages differ', async () => {
  const { page, faults, close } = await openPage(browser, server, { viewport: { width: 390, height: 800 } });
  await site.write(`${DRAFT}/en.md`, await site.read(`${DOCUMENT}/2020/en.md`));
  await site.write(`${DRAFT}/cy.md`, `${await site.read(`${DOCUMENT}/2020/cy.md`)}\nRhaid cofnodi pob cwyn.\n`);
  await openDraft(page, 'cy');
  await page.locator('.canllaw-bar a', { hasText: 'Sefyllfa’r wefan' }).click();
  const row = page.locator('tr', { hasText: 'Defnyddio cyfryngau cymdeithasol' });
  await row.getByText('draft: nifer y gwahaniaethau: 1').waitFor();
  assert.match(await row.innerText(), /2020: yn cyfateb/);
  const found = page.locator('.canllaw-findings > li', { hasText: 'draft/cy.md' });
  assert.equal(await found.count(), 1);
  assert.match(await found.innerText(), /Rhaid cofnodi pob cwyn/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing runs out of the page');
  await row.getByRole('link', { name: 'draft', exact: true }).click();
  await page.waitForURL((url) => url.pathname === `/${address('cy')}`);
  assert.deepEqual(faults, []);
  await site.write(`${DRAFT}/cy.md`, await site.read(`${DOCUMENT}/2020/cy.md`));
  await close();
});

const focusIsIn = (page, selector) => page.evaluate(
  (around) => document.activeElement !== document.body && document.activeElement.closest(around) !== null,
  selector,
);

test('a fault in YAML covers the page with its line and a caret, and goes when it is mended', async () => {
  for (const [language, words] of [['en', /Error/], ['cy', /Nid oes ystyr i’r allwedd hon/]]) {
    const { page, faults, close } = await openPage(browser, server);
    await openDraft(page, language);
    const text = await page.locator('article').innerText();
    await site.write(`${DRAFT}/version.yaml`, 'based_on: 2020\nchange:\n  nota: {en: More, cy: Mwy}\n');
    const cover = page.locator('.canllaw-faults');
    await cover.waitFor();
    assert.match(await cover.innerText(), words);
    assert.match(await cover.innerText(), /draft\/version\.yaml/);
    assert.match(await cover.innerText(), /(Line|Llinell) 3, (column|colofn) 3/);
    const lines = (await cover.locator('pre').textContent()).split('\n');
    assert.equal(lines[1].indexOf('^'), lines[0].indexOf('nota'));
    assert.equal(lines[1].trim(), '^^^^');
    assert.equal(await page.locator('article').innerText(), text, 'the last whole page stays');
    await page.keyboard.press('Tab');
    assert.equal(await focusIsIn(page, '.canllaw-faults'), true, 'the keyboard reaches nothing below the cover');
    await page.keyboard.press('Escape');
    assert.equal(await cover.isVisible(), false);
    await page.keyboard.press('Tab');
    assert.equal(await focusIsIn(page, 'body'), true, 'and the page again without it');

    await site.write(`${DRAFT}/version.yaml`, 'based_on: 2020\nchange:\n  note: {en: More, cy: Mwy}\n');
    await page.waitForFunction(() => !document.querySelector('.canllaw-faults') && !document.querySelector('.draft-lacks'));
    assert.deepEqual(faults, []);
    await site.write(`${DRAFT}/version.yaml`, 'based_on: 2020\n');
    await page.locator('.draft-lacks').waitFor();
    await close();
  }
});

test('on a comparison the same change stays in view when another comes above it', async () => {
  const { page, close } = await openPage(browser, server, { viewport: { width: 390, height: 400 } });
  const last = (text) => `${text}\nThe very last words of this draft are these.\n`;
  await site.write(`${DRAFT}/en.md`, last(await site.read(`${DOCUMENT}/2020/en.md`)));
  await page.goto(server.url('en/policy/using-social-media/changes/2020/draft/'));
  const change = page.locator('article [id^="change-"]', { hasText: 'The very last words' }).last();
  await change.waitFor();
  const top = async () => Math.round((await change.boundingBox()).y);
  await change.evaluate((it) => {
    document.documentElement.style.scrollBehavior = 'auto';
    scrollTo(0, it.getBoundingClientRect().top + scrollY - 40);
  });
  const before = await top();
  await site.edit(`${DRAFT}/en.md`, (text) => text.replace('\n\n', '\n\nA paragraph above, which is new and long enough to move all below it.\n\n'));
  await page.getByText('A paragraph above').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.readyState === 'complete');
  assert.ok(Math.abs((await top()) - before) <= 2, `${before} → ${await top()}`);
  await close();
});

test('whoever follows is led to what is being edited', async () => {
  const { page, close } = await openPage(browser, server);
  await page.goto(server.url('en/'));
  await page.locator('#canllaw-follow').check();
  await site.edit('handbook/security/2020/en.md', (text) => `${text}\nFollow me here.\n`);
  await page.waitForURL(/\/en\/handbook\/security\/2020\/$/);
  await page.getByText('Follow me here.').waitFor();
  await page.locator('.notice-edited').waitFor();
  await site.edit('about/en.md', (text) => `${text}\nFollow me to a page, too.\n`);
  await page.getByText('Follow me to a page, too.').waitFor();
  assert.equal(new URL(page.url()).pathname, new URL(server.url('en/about/')).pathname);
  await close();
});

test('the site is shown as on another day, and as today again', async () => {
  const { page, faults, close } = await openPage(browser, server);
  await page.goto(server.url('en/policy/using-social-media/'));
  await page.locator('#canllaw-date').fill('2018-01-01');
  await page.locator('.canllaw-bar button').click();
  await page.waitForURL(/\/on\/2018-01-01\/en\/policy\/using-social-media\/$/);
  assert.equal(await page.locator('article').getAttribute('data-version'), '2017-08-09');
  await page.locator('.canllaw-today').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/on/'));
  assert.equal(await page.locator('article').getAttribute('data-version'), '2020');
  assert.deepEqual(faults, []);
  await close();
});

test('the search page says that search is made by a build', async () => {
  const { page, close } = await openPage(browser, server);
  await page.goto(server.url('en/search/?q=media'));
  await page.getByText('The preview has no search').waitFor();
  await page.goto(server.url('cy/chwilio/?q=cyfryngau'));
  await page.getByText('Nid oes chwiliad yn y rhagolwg').waitFor();
  await close();
});

test('a preview that stops says so on the page, and the page comes back with it', async () => {
  const { page, close } = await openPage(browser, server);
  await page.goto(server.url('cy/'));
  const lost = page.locator('.canllaw-lost');
  assert.equal(await lost.isVisible(), false);
  await server.stop();
  await lost.waitFor({ state: 'visible' });
  assert.match(await lost.innerText(), /Mae’r rhagolwg wedi stopio/);
  await site.edit(`contact/cy.md`, (text) => text.replace(/^title: .*$/m, 'title: Cysylltu o’r newydd').replace(/^# .*$/m, '# Cysylltu o’r newydd'));
  server = await start(server.port);
  await page.getByText('Cysylltu o’r newydd').first().waitFor();
  assert.equal(await lost.isVisible(), false);
  await close();
});
