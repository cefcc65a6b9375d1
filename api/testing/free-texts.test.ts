import { expect, test } from '@jest/globals';
import { FREE_TEXTS } from '@lxq/schema/texts/free-texts.ts';
import { type GraphQLInputType, getNamedType, isInputObjectType, isScalarType } from 'graphql';
import { contract } from '../schema.ts';

/** What cannot hold a sentence. */
const WORDLESS = ['ID', 'Int', 'Float', 'Boolean', 'Date', 'DateTime', 'Cursor'];

/** Every text that comes in with this argument, by its way from the mutation. */
function textsIn(way: string, given: GraphQLInputType, within: readonly string[] = []): string[] {
  const type = getNamedType(given);
  if (isScalarType(type)) return WORDLESS.includes(type.name) ? [] : [way];
  if (!isInputObjectType(type) || within.includes(type.name)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    textsIn(`${way}.${field.name}`, field.type, [...within, type.name]),
  );
}

test('of every text that people type it is said what happens where it says something of people', () => {
  const mutations = Object.values(contract().getMutationType()?.getFields() ?? {});
  const texts = mutations.flatMap(({ name, args }) => args.flatMap((arg) => textsIn(`${name}.${arg.name}`, arg.type)));
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.sort()).toEqual(Object.keys(FREE_TEXTS).sort());
});
