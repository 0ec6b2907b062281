// The example site as its own records tell it: which documents, versions, languages and addresses.

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { builtSite } from './site.mjs';

export const folder = builtSite('CANLLAW_EXAMPLE');
export const record = JSON.parse(readFileSync(join(folder, 'site.json'), 'utf8'));

/** The words of addresses, by language. */
export const WORDS = {
  en: { changes: 'changes', current: 'current', both: 'both-languages', onADate: 'on-a-date', all: 'a-z', search: 'search', book: 'book' },
  cy: { changes: 'newidiadau', current: 'cyfredol', both: 'dwyieithog', onADate: 'ar-ddyddiad', all: 'a-y', search: 'chwilio', book: 'llyfr' },
};
export const LANGUAGES = Object.keys(WORDS);

/** A document's record. */
export function documentOf(id) {
  const found = record.documents.find((document) => document.id === id);
  if (!found) throw new Error(`site.json has no ${id}`);
  return found;
}

/** An address from a record as a path from the site's root. */
export function path(address) {
  return address.replace(/^https?:\/\/[^/]+/, '').replace(/^\//, '');
}

/** Where each kind of page of a document is, in a language. */
export function addresses(id, language, from, to) {
  const words = WORDS[language];
  const document = path(documentOf(id).addresses[language]);
  return {
    document,
    version: `${document}${from}/`,
    both: `${document}${from}/${words.both}/`,
    history: `${document}${words.changes}/`,
    comparison: `${document}${words.changes}/${from}/${to}/`,
    comparisonBoth: `${document}${words.changes}/${from}/${to}/${words.both}/`,
    toCurrent: `${document}${words.changes}/${from}/${words.current}/`,
    section: document.replace(/[^/]+\/$/, ''),
    home: `${language}/`,
    siteChanges: `${language}/${words.changes}/`,
  };
}

/** One page of each kind, in a language. */
export function eachKind(language) {
  const social = addresses('policy/using-social-media', language, '2017-08-09', '2020');
  const channels = addresses('house-rules/official-channels', language, '2018-06-01', '2021-03-01');
  return {
    chooser: '',
    'not found': '404.html',
    id: 'id/policy/using-social-media/',
    home: social.home,
    section: social.section,
    book: `${social.section}${WORDS[language].book}/`,
    document: social.document,
    'document with a table': channels.document,
    'old version': social.version,
    'both languages': channels.both,
    history: channels.history,
    comparison: social.comparison,
    'comparison with a table': channels.comparison,
    'comparison with the version in force': channels.toCurrent,
    'comparison in both languages': social.comparisonBoth,
    'site-wide changes': social.siteChanges,
    page: `${language}/about/`,
    'on a date': `${language}/${WORDS[language].onADate}/`,
    'a day': `${language}/${WORDS[language].onADate}/2020-12-31/`,
    'all documents': `${language}/${WORDS[language].all}/`,
    search: `${language}/${WORDS[language].search}/`,
  };
}

/** Every page of the output, as files from its folder. */
export function allPages() {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}
