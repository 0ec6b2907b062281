// The one browser of a run: Debian's Chromium, driven by Playwright.

import { after } from 'node:test';
import { chromium } from 'playwright-core';

const options = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // As root, which containers and build machines are, Chromium starts only without its sandbox.
  chromiumSandbox: process.getuid?.() !== 0,
  // Nothing but the pages under test is fetched.
  args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'],
};

/** Starts a browser that several test files share. */
export function launchServer() {
  return chromium.launchServer(options);
}

/** The browser of this run, or one of this file's own; left when the file's tests are done. */
export async function openBrowser() {
  const shared = process.env.CANLLAW_BROWSER;
  const browser = shared ? await chromium.connect(shared) : await chromium.launch(options);
  after(() => browser.close());
  return browser;
}

/**
 * A page that keeps what must not happen while it is open: errors, refused content, requests to other
 * hosts, answers other than 2xx and 3xx.
 */
export async function openPage(browser, site, contextOptions = {}) {
  const context = await browser.newContext(contextOptions);
  // A machine that is busy with other work is slow, and that is no fault of the page.
  context.setDefaultTimeout(180_000);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) faults.push(`request to another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return { page, faults, close: () => context.close() };
}
