// A server for a built site, as strict as a careful web server is.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize } from 'node:path';
import { after } from 'node:test';

/** Nothing inline, nothing from elsewhere: what the site promises to work under. */
export const STRICT_POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The same for the search page, whose engine is WebAssembly. */
const SEARCH_POLICY = `${STRICT_POLICY}; script-src 'self' 'wasm-unsafe-eval'`;
const SEARCH_PAGE = /\/(search|chwilio)\/$/;

const TYPES = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/** The folder that a variable of the environment names. */
export function builtSite(variable) {
  const folder = process.env[variable];
  if (!folder) throw new Error(`${variable} names no built site: run tests/run`);
  return folder;
}

/** Builds a site of a test's own from its files, by their paths, and gives the folder that it was built into. */
export function built(files) {
  const home = mkdtempSync(join(tmpdir(), 'canllaw-'));
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), contents);
  }
  const folder = join(home, 'public');
  execFileSync(process.env.CANLLAW, ['build', '--site', home, '--output', folder], { stdio: 'ignore' });
  return folder;
}

/**
 * Serves a folder on a free port of this machine until the file's tests are done.
 *
 * `path` is where on the server the site lies; `policy` the Content-Security-Policy, null for none.
 */
export async function serve(folder, { path = '/', policy = STRICT_POLICY } = {}) {
  const server = createServer(async (request, response) => {
    const headers = { 'X-Content-Type-Options': 'nosniff' };
    const { pathname } = new URL(request.url, 'http://localhost');
    const isSearch = policy === STRICT_POLICY && SEARCH_PAGE.test(pathname);
    if (policy) headers['Content-Security-Policy'] = isSearch ? SEARCH_POLICY : policy;
    const answer = await find(folder, path, pathname);
    response.writeHead(answer.status, { ...headers, ...answer.headers });
    response.end(answer.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, root: `${origin}${path}`, url: (address) => `${origin}${path}${address}` };
}

async function find(folder, path, pathname) {
  const wanted = decodeURIComponent(pathname);
  if (wanted.startsWith(path)) {
    const below = normalize(`/${wanted.slice(path.length)}`);
    const file = join(folder, below.endsWith('/') ? `${below}index.html` : below);
    const body = await readFile(file).catch((fault) => (fault.code === 'EISDIR' ? 'folder' : null));
    if (body === 'folder') return { status: 301, headers: { Location: `${pathname}/` }, body: '' };
    if (body) return { status: 200, headers: { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }, body };
  }
  const body = await readFile(join(folder, '404.html')).catch(() => 'Not found');
  return { status: 404, headers: { 'Content-Type': TYPES['.html'] }, body };
}
