import { readdirSync, readFileSync } from 'node:fs';
import {
  type DefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

const WEB = new URL('../web/', import.meta.url);

export interface WebDocument {
  name: string;
  text: string;
}

/** Every operation of the web app with the fragments it spreads, as the app sends it. */
export function webDocuments(): WebDocument[] {
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' });
  const own = files.filter((file) => file.endsWith('.graphql') && !/node_modules|dist/.test(file));
  const definitions = own.flatMap((file) => parse(readFileSync(new URL(file, WEB), 'utf8')).definitions);
  const fragments = new Map(definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
  return definitions.filter(isOperation).map((operation) => {
    const parts = [operation, ...spreadBy(operation, fragments)];
    return { name: operation.name?.value as string, text: parts.map(print).join('\n') };
  });
}

const isFragment = (node: DefinitionNode) => node.kind === Kind.FRAGMENT_DEFINITION;
const isOperation = (node: DefinitionNode): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION;

function spreadBy(operation: DefinitionNode, fragments: Map<string, FragmentDefinitionNode>): FragmentDefinitionNode[] {
  const found = new Set<FragmentDefinitionNode>();
  const look = (node: DefinitionNode) =>
    void visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value) as FragmentDefinitionNode;
        if (!found.has(fragment)) look(found.add(fragment) && fragment);
      },
    });
  look(operation);
  return [...found];
}
