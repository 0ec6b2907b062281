// Going through a comparison as a reader does: by link without scripts; with scripts by button and key,
// only what changed, before and after side by side. And since when each paragraph reads as it does.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { violations } from './axe.mjs';
import { LANGUAGES, WORDS, addresses, folder, path, record } from './example.mjs';
import { textOfArticle } from './marks.mjs';
import { built, builtSite, serve } from './site.mjs';

const browser = await openBrowser();
const site = await serve(folder);
const edits = await serve(builtSite('CANLLAW_EDITS'));
const LIBRARY = 'en/house-rules/library/';
const LIBRARY_VERSIONS = ['2019-01-01', '2020-02-03', '2020-02-03.1', '2021-06-01', '2024-09-30'];
const comparisonIn = (language) => addresses('policy/using-social-media', language, '2017-08-09', '2020').comparison;

/** Every comparison of neighbours, with the pages of its two texts. */
function* neighbours() {
  for (const document of record.documents) {
    for (const language of LANGUAGES) {
      const versions = document.versions.filter((version) => version.texts[language]);
      const root = path(document.addresses[language]);
      for (let newer = 1; newer < versions.length; newer += 1) {
        const [from, to] = [versions[newer - 1].id, versions[newer].id];
        yield { on: site, comparison: `${root}${WORDS[language].changes}/${from}/${to}/`, old: `${root}${from}/`, new: `${root}${to}/` };
      }
    }
  }
  for (let newer = 1; newer < LIBRARY_VERSIONS.length; newer += 1) {
    const [from, to] = LIBRARY_VERSIONS.slice(newer - 1, newer + 1);
    yield { on: edits, comparison: `${LIBRARY}changes/${from}/${to}/`, old: `${LIBRARY}${from}/`, new: `${LIBRARY}${to}/` };
  }
}

const changesOf = (page) => page.locator('article [data-change][id^=change-]');
// As the page has it: what the driver knows of its address comes later.
const hash = (page) => page.evaluate(() => location.hash);

for (const language of LANGUAGES) {
  test(`without scripts each change leads to the next and the one before: ${language}`, async () => {
    const { page, faults, close } = await openPage(browser, site, { javaScriptEnabled: false });
    await page.goto(site.url(comparisonIn(language)));
    const count = await changesOf(page).count();
    assert.ok(count > 4);
    await page.locator('.to-changes a').click();
    for (let at = 1; at < count; at += 1) {
      assert.equal(await hash(page), `#change-${at}`);
      await page.locator(`#change-${at} .step`).last().click();
    }
    assert.equal(await hash(page), `#change-${count}`);
    await page.locator(`#change-${count} .step`).first().click();
    assert.equal(await hash(page), `#change-${count - 1}`);
    assert.equal(await page.locator('.tools, .tools-steps').filter({ visible: true }).count(), 0, 'what needs a script is not shown');
    assert.deepEqual(faults, []);
    await close();
  });
}

test('keys lead from change to change, and can be turned off for good', async () => {
  const { page, faults, close } = await openPage(browser, site);
  await page.goto(site.url(comparisonIn('en')));
  const position = page.locator('.tools-steps output');
  const count = await changesOf(page).count();
  assert.match(await position.innerText(), new RegExp(`${count}$`), 'a count on arrival');
  for (const [key, expected] of [['n', 1], ['n', 2], ['n', 3], ['p', 2]]) {
    await page.keyboard.press(key);
    assert.equal(await hash(page), `#change-${expected}`);
    assert.equal(await position.innerText(), `Change ${expected} of ${count}`);
    await page.locator(`#change-${expected}`).waitFor({ state: 'visible' });
  }
  await page.keyboard.press('Control+n').catch(() => {});
  assert.equal(await hash(page), '#change-2', 'only the key alone');
  await page.evaluate(() => {
    const field = document.querySelector('main').appendChild(document.createElement('input'));
    field.ariaLabel = 'A field';
    field.focus();
  });
  await page.keyboard.press('n');
  assert.equal(await hash(page), '#change-2', 'not while somebody types');
  await page.locator('[data-way=keys]').uncheck();
  await page.locator('h1').first().click();
  await page.keyboard.press('n');
  assert.equal(await hash(page), '#change-2', 'not when turned off');
  await page.goto(site.url(comparisonIn('cy')));
  await page.keyboard.press('n');
  assert.equal(await hash(page), '', 'nor on the next page');
  await page.locator('.tools-steps button').last().click();
  assert.equal(await hash(page), '#change-1', 'buttons work all the same');
  await page.goBack();
  assert.equal(page.url().split('#')[0], site.url(comparisonIn('en')), 'steps leave the way back');
  assert.deepEqual(faults, []);
  await close();
});

test('a key leads on from the change that a link has just led to', async () => {
  const { page, faults, close } = await openPage(browser, site, { reducedMotion: 'no-preference' });
  await page.goto(site.url(addresses('house-rules/official-channels', 'en', '2018-06-01', '2021-03-01').comparison));
  // Far enough away that a page which glides there is still on its way.
  const last = await changesOf(page).count();
  await page.locator(`a[href='#change-${last - 1}']`).first().evaluate((link) => link.click());
  await page.waitForTimeout(100);
  await page.keyboard.press('n');
  assert.equal(await hash(page), `#change-${last}`);
  assert.deepEqual(faults, []);
  await close();
});

test('only what changed keeps every change and the headings above it', async () => {
  const { page, faults, close } = await openPage(browser, site);
  for (const language of LANGUAGES) {
    await page.goto(site.url(comparisonIn(language)));
    const before = await page.locator('article :is(p, li):visible').count();
    await page.locator('[data-way=only]').check();
    const hidden = await page.evaluate(() => {
      const isShown = (element) => element.getClientRects().length > 0;
      const faults = [];
      const path = [];
      for (const element of document.querySelectorAll('article :is(h1, h2, h3, h4, h5, h6, ins, del, [data-change])')) {
        const level = Number(/^H(\d)$/.exec(element.tagName)?.[1] ?? 0);
        if (level) {
          while (path.length && path.at(-1).level >= level) path.pop();
          path.push({ level, element });
        }
        if (!element.matches('ins, del, [data-change]')) continue;
        if (!isShown(element)) faults.push(element.outerHTML.slice(0, 80));
        for (const { element: heading } of path) if (!isShown(heading)) faults.push(`above: ${heading.textContent}`);
      }
      return faults;
    });
    assert.deepEqual(hidden, []);
    assert.ok(await page.locator('article :is(p, li):visible').count() < before);
    await page.locator('[data-way=only]').uncheck();
    assert.equal(await page.locator('article :is(p, li):visible').count(), before);
  }
  assert.deepEqual(faults, []);
  await close();
});

test('only what changed says where rows and items are left out', async () => {
  const { page, faults, close } = await openPage(browser, site, { viewport: { width: 1280, height: 900 } });
  for (const [language, words] of [['en', 'An unchanged part, not shown'], ['cy', 'Rhan nas newidiwyd ac nas dangosir']]) {
    await page.goto(site.url(addresses('house-rules/official-channels', language, '2016-04-01', '2018-06-01').comparison));
    await page.locator('[data-way=only]').check();
    for (const beside of [false, true]) {
      await page.locator('[data-way=sides]').setChecked(beside);
      const found = await page.evaluate(() => {
        const isShown = (element) => element.getClientRects().length > 0;
        const article = document.querySelector('article[data-diff]');
        const untold = [...article.querySelectorAll('.unchanged')]
          .filter((element) => element.parentElement.closest('.unchanged') === null && isShown(element.parentElement))
          .filter((element) => {
            let before = element.previousElementSibling;
            while (before?.matches('.unchanged')) before = before.previousElementSibling;
            return !before?.matches('.gap') || !isShown(before);
          });
        const gaps = [...article.querySelectorAll('.gap')];
        const misplaced = gaps.filter((gap) => gap.matches('ul > :not(li), ol > :not(li), tbody > :not(tr)') || (gap.matches('li') && !gap.parentElement.matches('ul, ol')));
        return {
          shown: [...article.querySelectorAll('.unchanged')].filter(isShown).length,
          untold: untold.map((element) => element.outerHTML.slice(0, 80)),
          misplaced: misplaced.map((gap) => gap.outerHTML),
          inTables: gaps.filter((gap) => gap.matches('tbody > tr') && isShown(gap)).length,
          said: [...new Set(gaps.map((gap) => gap.textContent.replace('⋯', '').trim()))],
          hidden: gaps.filter((gap) => gap.closest('[aria-hidden]')).length,
        };
      });
      assert.ok(found.inTables > 0);
      assert.deepEqual({ ...found, inTables: 0 }, { shown: 0, untold: [], misplaced: [], inTables: 0, said: [words], hidden: 0 }, `${language}, beside: ${beside}`);
      assert.deepEqual(await violations(page), []);
    }
    await page.locator('[data-way=sides]').uncheck();
    await page.locator('[data-way=only]').uncheck();
    assert.equal(await page.locator('.gap:visible').count(), 0);
  }
  assert.deepEqual(faults, []);
  await close();
});

test('side by side is the old text and the new', async () => {
  const plain = await openPage(browser, site, { javaScriptEnabled: false });
  const { page, faults, close } = await openPage(browser, site, { viewport: { width: 1280, height: 900 } });
  await page.goto(site.url(comparisonIn('en')));
  await page.locator('[data-way=sides]').check();
  let compared = 0;
  for (const pair of neighbours()) {
    await page.goto(pair.on.url(pair.comparison));
    if (await page.locator('[data-way=sides]').count() === 0) continue;
    await page.locator('[data-way=sides]').check();
    for (const [column, side] of [['old', 'first'], ['new', 'last']]) {
      await plain.page.goto(pair.on.url(pair[column]));
      const expected = await plain.page.evaluate(textOfArticle, 'new');
      const found = await page.evaluate((side) => {
        const read = (node) => {
          if (node.nodeType === Node.TEXT_NODE) return node.data;
          if (node.dataset?.aside !== undefined) return '';
          return node.localName === 'img' ? node.alt : [...node.childNodes].map(read).join('');
        };
        const cells = document.querySelectorAll(`.sides .cell:${side}-child`);
        return [...cells].map(read).join('').replace(/\s+/g, '');
      }, side);
      assert.equal(found, expected, `${column}: ${pair.comparison}`);
    }
    const askew = await page.evaluate(() => [...document.querySelectorAll('.sides .row')].flatMap((row) => {
      const [before, after] = [...row.children].map((cell) => [...cell.querySelectorAll('tr')]);
      if (before.length === 0 || after.length === 0) return [];
      const tops = (rows) => rows.map((tr) => Math.round(tr.getBoundingClientRect().top)).join();
      return tops(before) === tops(after) ? [] : [tops(before), tops(after)];
    }));
    assert.deepEqual(askew, [], `tables stand row beside row: ${pair.comparison}`);
    const repeated = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    });
    assert.deepEqual(repeated, [], pair.comparison);
    const lost = await page.evaluate(() => [...document.querySelectorAll('main a[href^="#"]')]
      .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).map((link) => link.outerHTML));
    assert.deepEqual(lost, [], pair.comparison);
    compared += 1;
  }
  assert.ok(compared > 8, `${compared} comparisons`);
  assert.deepEqual(faults.filter((fault) => fault.startsWith('error:')), []);
  await plain.close();
  await close();
});

test('side by side the items of the old text have the numbers that they had', async () => {
  const { page, close } = await openPage(browser, site, { viewport: { width: 1280, height: 900 } });
  const { comparison, version } = addresses('house-rules/official-channels', 'en', '2016-04-01', '2018-06-01');
  const numbers = (items) => page.locator(items).evaluateAll((found) => found.map((item) => item.value));
  await page.goto(site.url(version));
  const expected = await numbers('article ol > li');
  await page.goto(site.url(comparison));
  await page.locator('[data-way=sides]').check();
  assert.deepEqual(await numbers('.sides .cell:first-child ol > li'), expected);
  await close();
});

test('side by side is for wide windows, and remembered', async () => {
  const { page, close } = await openPage(browser, site, { viewport: { width: 1280, height: 900 } });
  await page.goto(site.url(comparisonIn('en')));
  await page.locator('[data-way=sides]').check();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.locator('.sides').waitFor({ state: 'detached' });
  assert.equal(await page.locator('article[data-diff] ins').first().isVisible(), true);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.locator('.sides').waitFor();
  await page.goto(site.url(`${comparisonIn('cy')}#change-3`));
  await page.locator('.sides #change-3').waitFor();
  await page.keyboard.press('n');
  assert.equal(await hash(page), '#change-4');
  await close();
});

test('side by side a link leads to the clause that it names, whatever letters its name has', async () => {
  const clauses = (days) => Array.from({ length: 40 }, (_, at) => `5.${at + 1} Staff have ${days} days for case ${at + 1}.\n`).join('\n');
  const text = (days) => `# Leave\n\n${clauses(days)}\n## Open house {#t\u0177-agored}\n\nAsk.\n\n${clauses(days).replaceAll('5.', '6.')}`;
  const leave = await serve(built({
    'site.yaml': 'title: Rules\nlanguages: [en]\n',
    'content/leave/2024-04-01/en.md': text(20),
    'content/leave/2025-04-01/en.md': text(21),
  }));
  const comparison = leave.url('en/leave/changes/2024-04-01/2025-04-01/');
  const { page, faults, close } = await openPage(browser, leave, { viewport: { width: 1280, height: 900 } });
  await page.goto(comparison);
  await page.locator('[data-way=sides]').check();
  for (const [anchor, words] of [['5.20', 'case 20'], ['t\u0177-agored', 'Open house'], ['6.3', 'case 3']]) {
    await page.goto('about:blank');
    await page.goto(`${comparison}#${anchor}`);
    const place = page.locator('.sides :target');
    await place.waitFor();
    assert.ok((await place.innerText()).includes(words), anchor);
    const top = await place.evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 200, `${anchor} is ${top} px down the window`);
  }
  // No place, and no letter.
  for (const anchor of ['5.99', '%zz']) {
    await page.goto('about:blank');
    await page.goto(`${comparison}#${anchor}`);
    await page.locator('.sides').waitFor();
  }
  assert.deepEqual(faults, []);
  await close();
});

for (const language of LANGUAGES) {
  test(`each paragraph says since when it reads as it does, without scripts: ${language}`, async () => {
    const { page, faults, close } = await openPage(browser, site, { javaScriptEnabled: false });
    const at = addresses('policy/using-social-media', language, '2017-08-09', '2020');
    await page.goto(site.url(at.version));
    assert.equal(await page.locator('.ages').count(), 0, 'the first version has nothing to tell');
    await page.goto(site.url(at.version.replace('2017-08-09', '2020')));
    const notes = page.locator('article .since');
    assert.equal(await notes.filter({ visible: true }).count(), 0, 'on request alone');
    await page.locator('.ages > summary').click();
    const lacking = await page.evaluate(() => [...document.querySelectorAll('article :is(h1, h2, h3, h4, p, li, blockquote)')]
      .filter((block) => !block.closest('blockquote > *, [data-aside]') && !(block.matches('p') && block.closest('li')))
      .filter((block) => {
        const note = block.matches('p, li') ? block.querySelector(':scope > .since') : block.previousElementSibling;
        return !note?.matches('.since') || note.getClientRects().length === 0;
      })
      .map((block) => block.textContent.slice(0, 60)));
    assert.deepEqual(lacking, []);
    const linked = await page.evaluate(() => [...document.querySelectorAll('article a.since')].map((note) => {
      const block = note.parentElement.matches('.text') ? note.nextElementSibling : note.parentElement;
      const copy = block.cloneNode(true);
      for (const aside of copy.querySelectorAll('[data-aside], ul, ol')) aside.remove();
      return { href: note.href, words: copy.textContent.replace(/\s+/g, '') };
    }));
    assert.ok(linked.length > 5 && linked.length < await notes.count(), `${linked.length} changes`);
    for (const { href, words } of linked) {
      await page.goto(href);
      assert.ok(href.startsWith(site.url(at.comparison)), href);
      const change = await page.locator(new URL(href).hash).evaluate((element) => {
        const copy = element.cloneNode(true);
        for (const aside of copy.querySelectorAll('[data-aside], del')) aside.remove();
        return copy.textContent.replace(/\s+/g, '');
      });
      assert.ok(change.includes(words), `${change} has ${words}`);
    }
    assert.deepEqual(faults, []);
    await close();
  });
}

for (const colorScheme of ['light', 'dark']) {
  test(`nothing for axe in any arrangement: ${colorScheme}`, async () => {
    const { page, faults, close } = await openPage(browser, site, { colorScheme, viewport: { width: 1280, height: 900 } });
    for (const language of LANGUAGES) {
      await page.goto(site.url(comparisonIn(language)));
      await page.locator('[data-way=only]').check();
      assert.deepEqual(await violations(page), []);
      await page.locator('[data-way=sides]').check();
      assert.deepEqual(await violations(page), []);
      await page.locator('[data-way=only]').uncheck();
      assert.deepEqual(await violations(page), []);
      await page.locator('[data-way=sides]').uncheck();
      await page.goto(site.url(addresses('policy/using-social-media', language, '2020', '').document));
      await page.locator('.ages > summary').click();
      assert.deepEqual(await violations(page), []);
    }
    assert.deepEqual(faults, []);
    await close();
  });

  test(`a comparison in one file asks for nothing: ${colorScheme}`, async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'canllaw-')), 'draft.html');
    const { CANLLAW, CANLLAW_SITE } = process.env;
    const { page, close } = await openPage(browser, site, { colorScheme, viewport: { width: 320, height: 800 }, javaScriptEnabled: true });
    for (const language of LANGUAGES) {
      execFileSync(CANLLAW, ['diff', 'policy/using-social-media', '2017-08-09', '2020', '--language', language,
        '--format', 'html', '--output', file, '--site', CANLLAW_SITE, '--on', '2026-11-23']);
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      const failed = [];
      page.on('console', (message) => failed.push(message.text()));
      await page.goto(`file://${file}`);
      assert.deepEqual(asked, [`file://${file}`]);
      assert.deepEqual(failed, []);
      assert.equal(await page.locator('ins').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine), 'underline');
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wider <= 0, `it scrolls sideways by ${wider} px`);
      page.removeAllListeners('request');
      page.removeAllListeners('console');
    }
    await close();
  });
}

test('an address as long as a line fits a phone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'canllaw-'));
  const [before, after, file] = ['before.md', 'after.md', 'page.html'].map((name) => join(folder, name));
  const address = `https://example.org/${'a-long-name/'.repeat(8)}`;
  writeFileSync(before, '# Leave\n\nAsk first.\n');
  writeFileSync(after, `# Leave\n\nAsk first.\n\nSee ${address} for more.\n\n## ${address}\n`);
  execFileSync(process.env.CANLLAW, ['diff', before, after, '--format', 'html', '--output', file]);
  const { page, close } = await openPage(browser, site, { viewport: { width: 320, height: 800 } });
  await page.goto(`file://${file}`);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wider <= 0, `it scrolls sideways by ${wider} px`);
  await close();
});

test('the old place of a row that moved is as wide as its table', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'canllaw-'));
  const [before, after, file] = ['before.md', 'after.md', 'page.html'].map((name) => join(folder, name));
  const table = (rooms) => `# Rooms\n\n| Room | Use |\n|---|---|\n${rooms.map((room) => `| ${room} |\n`).join('')}`;
  const rooms = ['Blue | Reading and writing', 'Red | Meetings of all staff', 'Green | Storage of paper and pens'];
  writeFileSync(before, table(rooms));
  writeFileSync(after, table([rooms[2], rooms[0], rooms[1]]));
  execFileSync(process.env.CANLLAW, ['diff', before, after, '--format', 'html', '--output', file]);
  const { page, close } = await openPage(browser, site, { viewport: { width: 800, height: 800 } });
  await page.goto(`file://${file}`);
  const width = (element) => page.locator(element).evaluate((element) => element.getBoundingClientRect().width);
  assert.ok(await width('[data-moved-to] td') > await width('article table') - 4);
  await close();
});

test('where a column came and another went, cells stand under their headings, side by side too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'canllaw-'));
  const versions = {
    '2023-04-01': ['Service | Old code | Fee', '---|---|---', 'Search | S1 | £15', 'Copy | C1 | £2', 'Amendment | A1 | £75'],
    '2024-04-01': ['Service | Fee | Online', '---|---|---', 'Search | £15 | £10', 'Copy | £2 | £1', 'Translation | £40 | £30'],
  };
  writeFileSync(join(folder, 'site.yaml'), 'title: Rules\nlanguages: [en]\n');
  for (const [version, rows] of Object.entries(versions)) {
    const place = join(folder, 'content/policy/fees', version);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'en.md'), `# Fees\n\n${rows.join('\n')}\n`);
  }
  execFileSync(process.env.CANLLAW, ['build', '--site', folder, '--output', join(folder, 'public')], { stdio: 'ignore' });
  const fees = await serve(join(folder, 'public'));
  const { page, close } = await openPage(browser, fees, { viewport: { width: 1280, height: 800 } });
  await page.goto(fees.url('en/policy/fees/changes/2023-04-01/2024-04-01/'));
  const askew = (table) => page.locator(table).evaluate((table) => {
    const rows = [...table.rows].filter((row) => row.cells.length > 0);
    const left = (row) => [...row.cells].map((cell) => Math.round(cell.getBoundingClientRect().left)).join();
    return rows.filter((row) => left(row) !== left(rows[0])).map((row) => row.textContent);
  });
  assert.equal(await page.locator('article th').count(), 4);
  assert.deepEqual(await askew('article table'), []);
  await page.locator('[data-way=sides]').check();
  for (const side of ['first', 'last']) {
    const table = `.sides .cell:${side}-child table`;
    assert.equal(await page.locator(`${table} th`).count(), 3);
    assert.deepEqual(await askew(table), [], `the ${side} side`);
  }
  await close();
});

test('a map beside a long comparison shows where the changes lie', async () => {
  const { page, faults, close } = await openPage(browser, site, { viewport: { width: 1280, height: 600 } });
  await page.goto(site.url(comparisonIn('en')));
  const marks = page.locator('.map a');
  const count = await changesOf(page).count();
  assert.equal(await marks.count(), count);
  // Each mark lies as far down the window as its change lies down the page.
  const apart = await page.evaluate(() => [...document.querySelectorAll('.map a')].map((mark) => {
    const change = document.querySelector(mark.hash).getBoundingClientRect();
    const there = (change.top + scrollY) / document.documentElement.scrollHeight;
    return Math.abs(mark.getBoundingClientRect().top / innerHeight - there);
  }));
  assert.ok(Math.max(...apart) < 0.01, `${apart}`);
  await marks.nth(count - 1).click();
  assert.equal(await hash(page), `#change-${count}`);
  assert.equal(await page.locator('.map a:not([tabindex="-1"])').count(), 0, 'the summary has the same links for keyboards');
  assert.deepEqual(await violations(page), []);
  await page.setViewportSize({ width: 800, height: 600 });
  assert.equal(await page.locator('.map').isVisible(), false, 'no room on a narrow window');
  assert.deepEqual(faults, []);
  await close();
});
