import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
} from 'graphql';
import type { Arguments } from './arguments.ts';

/** A field of an operation in the making. */
export interface Asked {
  field: string;
  type: GraphQLObjectType | null;
  args: string;
  below: Asked[];
}
type Dice = () => number;

/** Grows operations out of the contract: fields, arguments and nesting by lot. */
export class Gardener {
  private readonly schema: GraphQLSchema;
  private readonly dice: Dice;
  private readonly args: Arguments;
  constructor(schema: GraphQLSchema, dice: Dice, args: Arguments) {
    this.schema = schema;
    this.dice = dice;
    this.args = args;
  }
  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.dice() * from.length)] as T;
  }
  /** One root field with something of everything below it. */
  seed(): Asked {
    const root = this.schema.getQueryType() as GraphQLObjectType;
    return this.field(this.pick(Object.values(root.getFields())), 1);
  }
  /** Something more, somewhere: a root field, a field below one of those there are, or other arguments. */
  mutate(roots: readonly Asked[]): Asked[] {
    const grown = structuredCloneOf(roots);
    const places = grown.flatMap(function all(one: Asked): Asked[] {
      return [one, ...one.below.flatMap(all)];
    });
    const place = this.pick(places);
    const lot = this.dice();
    if (lot < 0.2) return [...grown, this.seed()];
    if (lot < 0.35) return [...grown, structuredCloneOf([this.pick(grown)])[0] as Asked];
    if (lot < 0.45 && grown.length > 1) return grown.toSpliced(Math.floor(this.dice() * grown.length), 1);
    if (lot < 0.6) Object.assign(place, { args: this.args.again(place.args) });
    else if (place.type) {
      const field = this.pick(Object.values(place.type.getFields()));
      if (!place.below.some((one) => one.field === field.name)) place.below.push(this.field(field, 6));
    }
    return grown;
  }
  private field(field: GraphQLField<unknown, unknown>, depth: number): Asked {
    const named = getNamedType(field.type);
    const type = isObjectType(named) ? named : null;
    const fields = type ? Object.values(type.getFields()) : [];
    const plumbing = fields.filter(({ name }) => name === 'edges' || name === 'node');
    const leaves = fields.filter(({ type }) => isLeafType(getNamedType(type)));
    const more = fields.filter(({ type }) => isCompositeType(getNamedType(type)) && depth < 7 && this.dice() < 0.3);
    const below = plumbing.length ? plumbing : [...leaves, ...more];
    return {
      field: field.name,
      type,
      args: this.args.of(field),
      below: below.map((one) => this.field(one, depth + 1)),
    };
  }
}

const structuredCloneOf = (roots: readonly Asked[]): Asked[] =>
  roots.map((one) => ({ ...one, below: structuredCloneOf(one.below) }));

export const textOf = (roots: readonly Asked[]): string =>
  `{ ${roots.map((one, i) => `a${i}: ${fieldText(one)}`).join(' ')} }`;
const fieldText = ({ field, args, below }: Asked): string =>
  `${field}${args}${below.length ? ` { ${below.map(fieldText).join(' ')} }` : ''}`;
