// html-validate on every page of the example.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { allPages, folder } from './example.mjs';
import configuration from './html-validate.config.mjs';

const validator = new HtmlValidate(new FileSystemConfigLoader({ ...configuration, root: true }));

test('every page of the example is valid', async () => {
  const pages = allPages();
  assert.ok(pages.length > 40, `${pages.length} pages`);
  const found = [];
  for (const page of pages) {
    const report = await validator.validateFile(join(folder, page));
    for (const { messages } of report.results) {
      found.push(...messages.map(({ line, column, ruleId, message }) => `${page}:${line}:${column}: ${ruleId}: ${message}`));
    }
  }
  assert.deepEqual(found.slice(0, 60), [], `${found.length} faults on ${pages.length} pages`);
});

test('a fault would be seen', async () => {
  const report = await validator.validateString('<!DOCTYPE html><html><head></head><body><p><div></div></p></body></html>');
  assert.equal(report.valid, false);
});
