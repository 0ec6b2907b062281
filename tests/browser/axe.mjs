// What axe-core finds on a page, as lines to read.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Beyond AA, the contrast that the theme promises: AAA.
const RULES = {
  rules: { 'color-contrast-enhanced': { enabled: true } },
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((options) => window.axe.run(document, options), RULES);
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 120)}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}
