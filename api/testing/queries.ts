import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  print,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { webDocuments } from './documents.ts';

/** A query of the web app as it sends it, with the values it may be asked with. */
export interface StoredQuery {
  name: string;
  text: string;
  variables: Record<string, unknown>[];
}
/** What stands in the database for an argument or an input field of an id's type, and for texts. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** Every query of web/. A variable whose values `known` does not tell by the argument that takes it is an error. */
export function storedQueries(schema: GraphQLSchema, known: Known): StoredQuery[] {
  return webDocuments()
    .filter(({ document }) => operationOf(document).operation === 'query')
    .map(({ name, document }) => ({
      name,
      text: print(withTypenames(document)),
      variables: variablesOf(schema, document, known),
    }));
}

const operationOf = (document: DocumentNode) =>
  document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;

/** As the client's cache wants it. */
const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: (node, _key, parent) =>
      (parent as OperationDefinitionNode | FragmentDefinitionNode).kind === Kind.OPERATION_DEFINITION
        ? undefined
        : {
            ...node,
            selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
          },
  });

/** One after another: the n-th value of every variable, as often as the longest list has values. */
function variablesOf(schema: GraphQLSchema, document: DocumentNode, known: Known): Record<string, unknown>[] {
  const takenBy = new Map<string, string>();
  const types = new TypeInfo(schema);
  const Argument = {
    enter: ({ name, value }: { name: { value: string }; value: { kind: string; name?: { value: string } } }) => {
      const place = `${types.getFieldDef()?.name}.${name.value}`;
      if (value.kind === Kind.VARIABLE) takenBy.set(value.name?.value as string, place);
    },
  };
  const ObjectField = ({
    name,
    value,
  }: {
    name: { value: string };
    value: { kind: string; name?: { value: string } };
  }) => void (value.kind === Kind.VARIABLE && takenBy.set(value.name?.value as string, name.value));
  visit(document, visitWithTypeInfo(types, { Argument, ObjectField } as never));
  const values = (operationOf(document).variableDefinitions ?? []).map(({ variable, type }) => {
    const name = variable.name.value;
    const place = takenBy.get(name);
    if (!place) throw new Error(`$${name} is not used`);
    return [name, valuesOf(typeFromAST(schema, type as never) as GraphQLInputType, place, known)] as const;
  });
  const times = Math.max(1, ...values.map(([, list]) => list.length));
  return Array.from({ length: times }, (_, i) =>
    Object.fromEntries(values.map(([name, list]) => [name, list[i % list.length]])),
  );
}

/** With what may be left out left out once, and a value of another kind once; an input object has a third of its fields at a time. */
function valuesOf(type: GraphQLInputType, place: string, known: Known): unknown[] {
  const inner = getNullableType(type) as GraphQLInputType;
  const some = isListType(inner)
    ? [
        valuesOf(inner.ofType, place, known)
          .filter((value) => value != null)
          .slice(0, 2),
        [],
      ]
    : present(inner, place, known);
  return inner === type ? [undefined, ...some, null, { of: 'another kind' }] : [...some, { of: 'another kind' }];
}

function present(type: GraphQLInputType, place: string, known: Known): unknown[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map(({ name }) => name);
  // What must be whole to be taken at all.
  if (isInputObjectType(named) && known[place]) return [...known[place]];
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).map(
      ({ name, type }) => [name, valuesOf(type, name, known).find((value) => value != null)] as const,
    );
    return [0, 1, 2].map((part) => Object.fromEntries(fields.filter((_field, i) => i % 3 === part)));
  }
  const told = known[place] ?? known[place.split('.').at(-1) as string] ?? known[named.name];
  if (!told) throw new Error(`nobody knows values for ${place} (${named.name})`);
  return [...told];
}

/** Notes of every list in an answer, by where it stands, whether anything was ever in it. */
export function noteLists(value: unknown, place: string, seen: Map<string, boolean>): void {
  if (Array.isArray(value)) {
    seen.set(place, value.length > 0 || (seen.get(place) ?? false));
    for (const one of value) noteLists(one, place, seen);
  } else if (value && typeof value === 'object')
    for (const [name, one] of Object.entries(value)) noteLists(one, `${place}.${name}`, seen);
}
