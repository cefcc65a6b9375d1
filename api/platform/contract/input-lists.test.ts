import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LIMITS } from '@lxq/schema/limits.ts';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { contract } from '../../schema.ts';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import type { Scope } from '../scope/scope.ts';
import { boundOf, listsBounded } from './input-lists.ts';

type Input = GraphQLArgument | GraphQLInputField;
interface Way {
  field: string;
  path: Input[];
}
/** Every way to a list that somebody may send: the field, and the inputs from its argument down to the list. */
function waysToLists(): Way[] {
  const below = (input: Input, path: Input[]): Input[][] => {
    const type: GraphQLInputType = getNullableType(input.type);
    const here = [...path, input];
    if (isListType(type)) return [here];
    return isInputObjectType(type) ? Object.values(type.getFields()).flatMap((one) => below(one, here)) : [];
  };
  const types = Object.values(contract().getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  );
  return types.flatMap((type: any) =>
    Object.values<any>(type.getFields()).flatMap((field) =>
      field.args.flatMap((arg: Input) => below(arg, []).map((path) => ({ field: `${type.name}.${field.name}`, path }))),
    ),
  );
}
const WAYS = waysToLists().map((way) => [`${way.field}: ${way.path.map(({ name }) => name).join('.')}`, way] as const);
const sent = (path: Input[], list: unknown[]) =>
  path.reduceRight<unknown>((value, { name }) => ({ [name]: value }), list) as Record<string, unknown>;
const fieldAt = (way: Way): any => {
  const [type, field] = way.field.split('.') as [string, string];
  return (contract().getType(type) as any).getFields()[field];
};
const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`);

test('the contract has lists to send', () => expect(WAYS.length).toBeGreaterThan(15));

test.each(WAYS)('%s holds no more than its bound, each value once', async (_name, way) => {
  const list = way.path.at(-1) as Input;
  const most = boundOf(list);
  expect(most).toBeLessThanOrEqual(1_000);
  const bound = listsBounded(fieldAt(way).args) as NonNullable<ReturnType<typeof listsBounded>>;
  const full = words(most);
  const given = list.name === 'items' ? full : [...full, ...full]; // an order holds nothing twice
  expect(bound(sent(way.path, given))).toEqual(sent(way.path, full));
  expect(() => bound(sent(way.path, words(most + 1)))).toThrow(
    `"${list.name}" may hold at most ${most}; it holds ${most + 1}`,
  );
});

test.each(WAYS.filter(([name]) => !name.startsWith('Subscription')))(
  '%s is refused by the field itself',
  async (_name, way) => {
    const list = way.path.at(-1) as Input;
    const field = fieldAt(way);
    const asked = field.resolve({}, sent(way.path, words(boundOf(list) + 1)), { caller: {} } as Scope, {} as never);
    await expect(Promise.resolve(asked)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  },
);

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('ten thousand topics are refused without a statement, and the same topic ten thousand times is one', async () => {
  const query = 'query ($topics: [ID!]) { reports(filter: { topics: $topics }) { edges { cursor } } }';
  const before = fixture.database.statements;
  const { errors } = await fixture.run('county', query, { topics: words(10_000) });
  expect(errors?.[0]?.message).toBe(`“topics”最多 ${LIMITS.portfolio.topics} 项，现有 10000 项，请分批提交`);
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT', field: 'topics' });
  expect(fixture.database.statements - before).toBe(0);
  expect((await fixture.run('county', query, { topics: Array(10_000).fill('WATER') })).errors).toBeUndefined();
});
