import { forbiddenIn } from '@lxq/schema/texts/characters.ts';
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { badInput } from './errors.ts';

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** Whatever text comes in, wherever the contract takes one, holds no half characters and no controls: no form shows them, no file prints them. */
export function withSoundTexts(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (field.args.length > 0 && field.resolve) field.resolve = checking(field.resolve);
  }
  return schema;
}

const checking =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    refuseUnsound(args);
    return resolve(source, args, context, info);
  };

type Given = [field: string, value: object, isRich: boolean];

/** By way of a list, not of itself: the caller decides how deep a document goes. */
function refuseUnsound(args: Record<string, unknown>): void {
  const waiting: Given[] = [];
  const look = (field: string, value: unknown, isRich: boolean) => {
    if (typeof value === 'string') refuseText(field, value);
    else if (typeof value === 'object' && value !== null && !(value instanceof Date))
      waiting.push([field, value, isRich]);
  };
  for (const name of Object.keys(args)) look(name, args[name], false);
  for (let next = waiting.pop(); next; next = waiting.pop()) lookWithin(next, look);
}

/** Within a rich text the field is the whole of it. */
function lookWithin([field, value, isWithin]: Given, look: (...each: [string, unknown, boolean]) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) look(field, each, isWithin);
    return;
  }
  const isRich = isWithin || 'type' in value;
  for (const [name, each] of Object.entries(value)) look(isRich ? field : `${field}.${name}`, each, isRich);
}

function refuseText(field: string, text: string): void {
  const found = forbiddenIn(text);
  if (!found) return;
  const { codePoint, position } = found;
  throw badInput(
    field,
    `第 ${position} 个字是不能使用的字符 ${codePoint}，请删去后重新输入`,
    `Character ${position} is ${codePoint}, which no text may hold; remove it and type it again`,
  );
}
