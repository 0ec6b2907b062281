// A site whose every value tries to run something, in a browser without any policy to stop it.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';
import { builtSite, serve } from './site.mjs';

const folder = builtSite('CANLLAW_HOSTILE');
const browser = await openBrowser();
const site = await serve(folder, { policy: null });

const pages = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name === 'index.html')
  .map((entry) => `${(entry.parentPath ?? entry.path).slice(folder.length).replace(/^\//, '')}/`.replace(/^\/$/, ''));

/** Where a page that leads on at once leads to; the page there is opened for itself. */
async function leadsTo(context, url) {
  const source = await (await context.request.get(url)).text();
  const target = /<meta http-equiv="refresh" content="\d+; ?url=([^"]*)"/i.exec(source);
  return target && new URL(target[1].replaceAll('&amp;', '&'), url);
}

/** Opens a page, touches everything on it, and gives what ran. */
async function whatRuns(context, url) {
  const target = await leadsTo(context, url);
  if (target) return target.origin === site.origin ? [] : [`${url}: leads to ${target}`];
  const page = await context.newPage();
  const ran = [];
  page.on('dialog', (dialog) => { ran.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin) && !/\/x\.png$/.test(request.url())) ran.push(`request: ${request.url()}`);
  });
  await page.goto(url, { waitUntil: 'load' });
  ran.push(...await page.evaluate(() => {
    for (const element of document.querySelectorAll('body *')) {
      for (const type of ['mouseover', 'focus', 'toggle', 'error', 'load']) element.dispatchEvent(new Event(type));
    }
    const links = [...document.querySelectorAll('a[href]')].filter((link) => !/^(https?|mailto):$/.test(link.protocol));
    return [window.ran, ...links.map((link) => link.outerHTML)].filter(Boolean);
  }));
  await page.close();
  return ran.map((what) => `${url}: ${what}`);
}

test('nothing of a hostile site runs', async () => {
  assert.ok(pages.length > 15, `${pages.length} pages`);
  const context = await browser.newContext();
  const ran = [];
  for (const address of pages) ran.push(...await whatRuns(context, site.url(address)));
  assert.deepEqual(ran, []);
  await context.close();
});

test('what runs would be seen', async () => {
  const context = await browser.newContext();
  await context.route('**/trap', (route) => route.fulfill({ contentType: 'text/html', body: "<p onmouseover=\"window.ran = 'a'\">" }));
  assert.equal((await whatRuns(context, site.url('trap'))).length, 1);
  await context.close();
});

test('feeds are well formed', async () => {
  const feeds = readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.xml'));
  assert.ok(feeds.length >= 3, feeds.join());
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.root);
  for (const feed of feeds) {
    const fault = await page.evaluate(async (url) => {
      const text = await (await fetch(url)).text();
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      return parsed.querySelector('parsererror, script')?.textContent ?? null;
    }, site.url(feed));
    assert.equal(fault, null, feed);
  }
  await page.context().close();
});
