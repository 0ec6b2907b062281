// A running preview of a copy of a site, and the files that are edited under it.

import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const DAY = '2026-11-23';

/** The program under test. */
function program() {
  const path = process.env.CANLLAW;
  if (!path) throw new Error('CANLLAW names no program: run tests/run');
  return path;
}

/** Copies the example site, and starts a preview of the copy that ends with the file's tests. */
export async function preview() {
  const home = await mkdtemp(join(tmpdir(), 'canllaw-preview-'));
  after(() => rm(home, { recursive: true, force: true }));
  for (const name of ['content', 'site.yaml']) await cp(join(PROJECT, name), join(home, name), { recursive: true });
  const file = (path) => join(home, 'content', path);
  const site = {
    read: (path) => readFile(file(path), 'utf8'),
    async write(path, text) {
      await mkdir(dirname(file(path)), { recursive: true });
      await writeFile(file(path), text);
    },
    async edit(path, change) {
      await site.write(path, change(await site.read(path)));
    },
  };
  return { site, start: (port = 0) => start(home, port) };
}

async function start(home, port) {
  const child = spawn(program(), ['serve', '--site', home, '--on', DAY, '--address', `127.0.0.1:${port}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  after(stop);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const root = line.trim();
  return { root, origin: new URL(root).origin, port: new URL(root).port, url: (address) => root + address, stop };
}
