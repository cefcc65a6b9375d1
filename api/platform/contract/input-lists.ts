import { LIMITS } from '@lxq/schema/limits.ts';
import {
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { badInput } from './errors.ts';

const { attachment, bulk, digest, portfolio } = LIMITS;
/** How many a list may hold that is sent to us, where it is not as many as one deed may name. An enum's holds each word once. */
const BOUNDS: Readonly<Record<string, number>> = {
  items: digest.items,
  topicCodes: portfolio.topics,
  topics: portfolio.topics,
  report: digest.recipients.perKind,
  send: digest.recipients.perKind,
  issue: digest.recipients.perKind,
  attachments: attachment.inAll,
};
/** An order names everything once: a repeat is a mistake that the deed refuses, not a word too many. */
const ORDERS = new Set(['items']);
export function boundOf({ name, type }: Pick<GraphQLInputField, 'name' | 'type'>): number {
  const word = getNamedType(type);
  return isEnumType(word) ? (word as GraphQLEnumType).getValues().length : (BOUNDS[name] ?? bulk);
}

type Given = Record<string, unknown>;
export type Bounding = (given: Given) => Given;
type Inputs = readonly (GraphQLArgument | GraphQLInputField)[];

/** What takes the lists out of arguments, each value once, and refuses a list beyond its bound; null where there is none. */
export function listsBounded(inputs: Inputs): Bounding | null {
  const steps = inputs.flatMap(stepsOf);
  if (!steps.length) return null;
  return (given) => steps.reduce((kept, step) => step(kept), given);
}

function stepsOf(input: GraphQLArgument | GraphQLInputField): Bounding[] {
  const { name } = input;
  const type: GraphQLInputType = getNullableType(input.type);
  if (isListType(type)) return [atField(name, (list) => bounded(name, list as unknown[], boundOf(input)))];
  const within = isInputObjectType(type) && listsBounded(Object.values(type.getFields()));
  return within ? [atField(name, (value) => within(value as Given))] : [];
}

const atField =
  (name: string, change: (value: unknown) => unknown): Bounding =>
  (given) =>
    given[name] == null ? given : { ...given, [name]: change(given[name]) };

function bounded(name: string, list: readonly unknown[], most: number): unknown[] {
  const kept = ORDERS.has(name) ? [...list] : [...new Set(list)];
  if (kept.length > most)
    throw badInput(
      name,
      `“${name}”最多 ${most} 项，现有 ${kept.length} 项，请分批提交`,
      `"${name}" may hold at most ${most}; it holds ${kept.length}, so send it in parts`,
    );
  return kept;
}
