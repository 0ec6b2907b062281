// Runs every browser test with one browser: `node run.mjs`, or `node run.mjs journey.test.mjs` for one file.
//
// CANLLAW_EXAMPLE, CANLLAW_HOSTILE and CANLLAW_EDITS name the folders of the built sites, CANLLAW_SEARCH
// what `cargo test --test testsuite search::` makes, CHROMIUM the browser, CANLLAW the program, CANLLAW_SITE the
// example's own folder.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchServer } from './browser.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const named = process.argv.slice(2);
const files = named.length > 0 ? named : readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort();

const server = await launchServer();
const tests = spawn(
  process.execPath,
  ['--test', '--test-reporter=spec', '--test-concurrency=2', ...files],
  { cwd: here, stdio: 'inherit', env: { ...process.env, CANLLAW_BROWSER: server.wsEndpoint() } },
);
const status = await new Promise((resolve) => tests.on('exit', (code) => resolve(code ?? 1)));
await server.close();
process.exitCode = status;
