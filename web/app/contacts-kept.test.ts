import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type DocumentNode, Kind, parse, print } from 'graphql';

/*
 * How a villager is reached may not outlive the screen that shows it: not in the device's kept answers, not in Apollo's cache, not in what is typed and
 * kept until it is sent. Held here for every document and every source of the app; in a real browser by e2e/stories/contacts.test.ts.
 */
const WEB = join(import.meta.dirname, '..');
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
  (file) => !/node_modules|dist|\.generated\.|\.test\./.test(file),
);
const read = (file: string) => readFileSync(join(WEB, file), 'utf8');

/** Fields that hold a contact, masked or in clear. */
const HOLDING = /\b(?:contact|keepContact|openContact)\(/;
const operationsIn = (document: DocumentNode) =>
  document.definitions.flatMap((definition) => {
    const isHolding = definition.kind === Kind.OPERATION_DEFINITION && HOLDING.test(print(definition));
    return isHolding ? [definition.name?.value ?? ''] : [];
  });
const documents = files
  .filter((file) => file.endsWith('.graphql'))
  .flatMap((file) => operationsIn(parse(read(file))).map((name) => [file, name] as const));
const names = documents.map(([, name]) => `${name}Document`);

test('contacts are asked for in one place', () => {
  expect(documents.map(([file, name]) => `${file} ${name}`).sort()).toEqual(
    ['Contact', 'KeepContact', 'OpenContact'].map((name) => `${join('nouns', 'contacts', 'contacts.graphql')} ${name}`),
  );
});

test('whoever uses these documents puts their answers into no cache', () => {
  const users = files.filter(
    (file) => /\.tsx?$/.test(file) && names.some((name) => new RegExp(`\\b${name}\\b`).test(read(file))),
  );
  expect(users).toEqual([join('nouns', 'contacts', 'useContact.ts')]);
  const uses = read(users[0] as string).matchAll(new RegExp(`(?:useQuery|send)\\((?:${names.join('|')}),[^;]+;`, 'g'));
  const asked = [...uses].map(([use]) => use);
  expect(asked).toHaveLength(3);
  for (const use of asked) expect(use).toMatch(/NOWHERE/);
  expect(read(users[0] as string)).toMatch(/const NOWHERE = \{ fetchPolicy: 'no-cache' \}/);
});

test('no answer that a device keeps is one of them, and no form of theirs keeps what is typed', () => {
  const keepers = files.filter((file) => /\.tsx?$/.test(file) && /keepAnswersTo\(/.test(read(file)));
  expect(keepers.length).toBeGreaterThanOrEqual(3);
  for (const file of keepers) for (const name of names) expect(read(file)).not.toMatch(new RegExp(`\\b${name}\\b`));
  const forms = files.filter((file) => file.startsWith(join('nouns', 'contacts')) && /\.tsx?$/.test(file));
  expect(forms.length).toBeGreaterThan(6);
  for (const file of forms)
    expect([file, /useKeptText|useSavedForm|localDb|localStorage/.test(read(file))]).toEqual([file, false]);
});
