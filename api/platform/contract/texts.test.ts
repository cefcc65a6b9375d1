import { expect, test } from '@jest/globals';
import {
  type GraphQLInputType,
  getNamedType,
  graphql,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { contract } from '../../schema.ts';
import { CodedError } from './errors.ts';

/*
 * Every place of the contract that takes text is given text that nothing may hold: with the walk, a field that comes later is
 * meant as well.
 */

type Place = { path: string; at: (text: string) => unknown };
const SAMPLE: Record<string, unknown> = {
  ID: '01890a5d-ac96-774b-bcce-b302099a8057',
  Int: 1,
  Float: 1,
  Boolean: true,
  String: '一段平常的话',
  Date: '2026-03-10',
  DateTime: '2026-03-10T00:00:00Z',
  DateTimeISO: '2026-03-10T00:00:00Z',
  Cursor: 'e:1',
};
const rich = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [sample(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, sample(field.type)]));
  return type.name === 'RichText' ? rich('文') : SAMPLE[type.name];
}

/** Where text stands in a value of this type. */
function places(type: GraphQLInputType, path: string): Place[] {
  if (isNonNullType(type)) return places(type.ofType, path);
  if (isListType(type)) return places(type.ofType, path).map(({ path, at }) => ({ path, at: (text) => [at(text)] }));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) =>
      places(field.type, `${path}.${field.name}`).map(({ path, at }) => ({
        path,
        at: (text) => ({ ...(sample(type) as object), [field.name]: at(text) }),
      })),
    );
  if (isScalarType(type) && type.name === 'String') return [{ path, at: (text) => text }];
  return isScalarType(type) && type.name === 'RichText' ? [{ path, at: rich }] : [];
}

interface Taken extends Place {
  kind: 'query' | 'mutation';
  field: string;
  arg: string;
}

function taken(): Taken[] {
  const schema = contract();
  return [['query', schema.getQueryType()] as const, ['mutation', schema.getMutationType()] as const].flatMap(
    ([kind, type]) =>
      Object.values(type?.getFields() ?? {}).flatMap((field) =>
        field.args.flatMap((arg) =>
          places(arg.type, arg.name).map((place) => ({ ...place, kind, field: field.name, arg: arg.name })),
        ),
      ),
  );
}

/** The first error of an operation with this text in this place; nobody is signed in, and no statement is sent. */
async function refusal({ kind, field, arg, at }: Taken, text: string) {
  const type = kind === 'query' ? contract().getQueryType() : contract().getMutationType();
  const args = type?.getFields()[field]?.args ?? [];
  const inner = getNamedType(type?.getFields()[field]?.type);
  const document = `${kind} (${args.map((each) => `$${each.name}: ${each.type}`).join(', ')}) {
    ${field}(${args.map((each) => `${each.name}: $${each.name}`).join(', ')}) ${isObjectType(inner) ? '{ __typename }' : ''} }`;
  const variableValues = Object.fromEntries(
    args.map((each) => [each.name, each.name === arg ? at(text) : sample(each.type)]),
  );
  const { errors } = await graphql({ schema: contract(), source: document, variableValues, contextValue: {} });
  const cause = errors?.[0]?.originalError;
  return cause instanceof CodedError ? cause : undefined;
}

const TAKEN = taken();

test('the contract takes text in some places, among them a report, a reason, an instruction, an item and a reply', () => {
  const paths = TAKEN.map(({ field, path }) => `${field} ${path}`);
  expect(paths).toEqual(
    expect.arrayContaining([
      'submitReport draft.content',
      'returnReports reason',
      'instruct draft.text',
      'saveDigestItem item.title',
      'saveDigestItem item.body',
      'replyReport answer',
      'searchReports text',
      'saveDigest recipients.report',
    ]),
  );
});

test.each(TAKEN.map((each) => [each.field, each.path, each] as const))(
  '%s refuses controls and half characters in %s by name',
  async (_, path, place) => {
    for (const [bad, codePoint] of [
      ['水\u0007井', 'U+0007'],
      ['水\ud83d井', 'U+D83D'],
      ['水\u0085井', 'U+0085'],
      ['水\0', 'U+0000'],
    ] as const) {
      const found = await refusal(place, bad);
      expect(found).toMatchObject({ code: 'BAD_INPUT', detail: { field: path } });
      expect(found?.zh).toContain(codePoint);
      expect(found?.en).toContain('Character 2');
    }
    expect((await refusal(place, '水井\n😀𠮷'))?.detail.field).not.toBe(path);
  },
);
