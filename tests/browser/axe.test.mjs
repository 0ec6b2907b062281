// What axe-core sees on each kind of page, in both languages, light and dark, at three widths; and
// that no page logs an error, is refused anything by a strict policy, or asks another host.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { openBrowser, openPage } from './browser.mjs';
import { LANGUAGES, eachKind, folder } from './example.mjs';
import { serve } from './site.mjs';

const browser = await openBrowser();
const site = await serve(folder);

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 768, 1280]) {
    for (const language of LANGUAGES) {
      for (const [kind, address] of Object.entries(eachKind(language))) {
        test(`${kind}, ${language}, ${colorScheme}, ${width} px`, async () => {
          const { page, faults, close } = await openPage(browser, site, { colorScheme, viewport: { width, height: 800 } });
          const response = await page.goto(site.url(address));
          assert.equal(response.status(), 200, address);
          assert.deepEqual(await violations(page), []);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(wider <= 0, `${address} scrolls sideways by ${wider} px`);
          assert.deepEqual(faults, []);
          await close();
        });
      }
    }
  }
}

// The example has no version to come and nothing withdrawn; what their notices say stands on other grounds.
for (const colorScheme of ['light', 'dark']) {
  test(`what a notice says can be read on every ground: ${colorScheme}`, async () => {
    const { page, close } = await openPage(browser, site, { colorScheme });
    await page.goto(site.url(eachKind('en')['old version']));
    const notice = page.locator('.notice');
    assert.ok(await notice.locator('.pairs dt').count() > 0, 'a notice with a label');
    for (const kind of ['old', 'coming', 'draft', 'language', 'gone']) {
      await notice.evaluate((element, name) => { element.className = `notice notice-${name}`; }, kind);
      assert.deepEqual(await violations(page), [], kind);
    }
    await close();
  });
}

for (const language of LANGUAGES) {
  test(`what is pointed at outside a sentence is 24 px high: ${language}`, async () => {
    const { page, close } = await openPage(browser, site);
    const found = [];
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const [kind, address] of Object.entries(eachKind(language))) {
        await page.goto(site.url(address));
        const low = await page.evaluate(() => {
          const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
          const targets = [...document.querySelectorAll('a, button, summary, select, input')];
          return targets
            .filter((target) => target.offsetParent && !target.closest('.text, figure, .visually-hidden, [aria-hidden=true]'))
            .filter((target) => !/[a-z]/i.test(words(target.parentElement).replace(words(target), '')))
            .map((target) => [words(target).slice(0, 40), target.getClientRects()[0].height])
            .filter(([, height]) => height < 24)
            .map(([name, height]) => `${name}: ${height} px`);
        });
        found.push(...low.map((target) => `${kind}, ${width} px wide: ${target}`));
      }
    }
    assert.deepEqual(found, []);
    await close();
  });
}

for (const [language, word] of [['en', 'Changed'], ['cy', 'Newidiwyd']]) {
  test(`no label of a change is broken within a word, however deep its list: ${language}`, async () => {
    const { page, close } = await openPage(browser, site, { viewport: { width: 320, height: 800 } });
    await page.goto(site.url(eachKind(language).comparison));
    const found = await page.evaluate((name) => {
      const label = document.querySelector('article p.change-label').cloneNode(true);
      label.firstElementChild.textContent = name;
      let within = label;
      for (let depth = 0; depth < 6; depth += 1) {
        const item = document.createElement('li');
        item.append(within);
        within = document.createElement('ul');
        within.append(item);
      }
      document.querySelector('article[data-diff]').append(within);
      const part = label.firstElementChild;
      const lineHeight = Number.parseFloat(getComputedStyle(part).lineHeight);
      return {
        height: part.getBoundingClientRect().height,
        lineHeight,
        wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      };
    }, word);
    assert.ok(found.height < 2 * found.lineHeight, JSON.stringify(found));
    assert.ok(found.wider <= 0, JSON.stringify(found));
    await close();
  });
}

for (const width of [320, 390]) {
  for (const language of LANGUAGES) {
    test(`with text twice as large nothing runs out of a page: ${language}, ${width} px`, async () => {
      const { page, close } = await openPage(browser, site, { viewport: { width, height: 800 } });
      for (const [kind, address] of Object.entries(eachKind(language))) {
        await page.goto(site.url(address));
        const wider = await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
          return document.documentElement.scrollWidth - document.documentElement.clientWidth;
        });
        assert.ok(wider <= 0, `${kind}, ${address} scrolls sideways by ${wider} px`);
      }
      await close();
    });
  }
}

test('a word of any length does not widen a page that names it', async () => {
  const { page, close } = await openPage(browser, site, { viewport: { width: 320, height: 800 } });
  for (const [kind, address] of Object.entries(eachKind('en'))) {
    await page.goto(site.url(address));
    const wider = await page.evaluate(() => {
      const named = '.breadcrumbs li > :first-child, .version-links a, .around a, .book-contents a, .chapter-links a';
      for (const link of document.querySelectorAll(named)) link.textContent = 'Data_Protection_and_Information_Security_Policy';
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    assert.ok(wider <= 0, `${kind}, ${address} scrolls sideways by ${wider} px`);
  }
  await close();
});

test('a fault would be seen', async () => {
  const { page, close } = await openPage(browser, site);
  await page.goto(site.url('en/'));
  await page.evaluate(() => { document.documentElement.removeAttribute('lang'); });
  assert.match((await violations(page)).join(), /html-has-lang/);
  await close();
});
