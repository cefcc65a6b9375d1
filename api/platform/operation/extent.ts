import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { noteOperation } from '../process/watchdog.ts';

const { operation: limit } = SERVER_LIMITS;
const WORDS = {
  depth: 'levels',
  aliases: 'aliases',
  directives: 'directives',
  rootFields: 'root fields',
  selections: 'fields and spreads, fragments unfolded,',
  pairs: 'pairs of fields of the same name',
} as const satisfies Partial<Record<keyof typeof limit, string>>;
/** What a document unfolds into when every spread is replaced by its fragment. */
export type Extent = Record<keyof typeof WORDS, number>;

/**
 * Measures a document by unfolding it as execution would, and gives up with a refusal at the first limit it passes: what it
 * visits is bounded by `selections`, however its fragments multiply. What passes here multiplies nowhere else: neither in
 * validation, which compares fields of the same name pair by pair, nor in what reads selections later.
 */
export function extentOf(document: DocumentNode): Extent {
  const walk = new Walk(document);
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) walk.operation(definition.selectionSet);
  // Validation looks into those that nothing spreads as well.
  for (const { name, selectionSet } of walk.unspread()) walk.fragment(name.value, selectionSet);
  return walk.extent;
}

class Walk {
  readonly extent: Extent = { depth: 0, aliases: 0, directives: 0, rootFields: 0, selections: 0, pairs: 0 };
  private readonly fragments: Map<string, FragmentDefinitionNode>;
  private readonly spread = new Set<string>();

  constructor({ definitions }: DocumentNode) {
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }
  unspread(): FragmentDefinitionNode[] {
    return [...this.fragments.values()].filter(({ name }) => !this.spread.has(name.value));
  }
  operation(set: SelectionSetNode): void {
    const root = this.gather([set]);
    const fields = [...root.values()].reduce((total, nodes) => total + nodes.length, 0);
    this.reach('rootFields', fields);
    this.below(root, 1);
  }
  fragment(name: string, set: SelectionSetNode): void {
    this.spread.add(name);
    this.below(this.gather([set]), 1);
  }

  /** The fields of merged selections by the name they answer to. */
  private gather(sets: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) this.unfold(set, fields, new Set());
    return fields;
  }
  private unfold(set: SelectionSetNode, fields: Map<string, FieldNode[]>, open: Set<string>): void {
    for (const node of set.selections) {
      this.add('selections', 1);
      this.add('directives', node.directives?.length ?? 0);
      if (node.kind === Kind.INLINE_FRAGMENT) this.unfold(node.selectionSet, fields, open);
      else if (node.kind === Kind.FRAGMENT_SPREAD) this.unfoldSpread(node.name.value, fields, open);
      else this.field(node, fields);
    }
  }
  private unfoldSpread(name: string, fields: Map<string, FieldNode[]>, open: Set<string>): void {
    const fragment = this.fragments.get(name);
    if (!fragment || open.has(name)) return; // unknown or within itself: validation says so by its name
    this.spread.add(name);
    this.unfold(fragment.selectionSet, fields, new Set(open).add(name));
  }
  private field(node: FieldNode, fields: Map<string, FieldNode[]>): void {
    if (node.alias) this.add('aliases', 1);
    const name = (node.alias ?? node.name).value;
    const same = fields.get(name) ?? [];
    this.add('pairs', same.length);
    same.push(node);
    fields.set(name, same);
  }
  private below(fields: Map<string, FieldNode[]>, depth: number): void {
    this.reach('depth', depth);
    for (const nodes of fields.values()) {
      const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      const isIntrospection = nodes.some(({ name }) => /^__(schema|type)$/.test(name.value));
      // Introspection is deep by nature; graphql-js limits the lists in it.
      if (sets.length) this.below(this.gather(sets), isIntrospection ? Number.NEGATIVE_INFINITY : depth + 1);
    }
  }

  private add(what: keyof Extent, n: number): void {
    this.reach(what, this.extent[what] + n);
  }
  private reach(what: keyof Extent, figure: number): void {
    this.extent[what] = Math.max(this.extent[what], figure);
    if (figure > limit[what])
      throw new GraphQLError(`At most ${limit[what]} ${WORDS[what]} an operation; this has ${figure} or more`);
  }
}

/** Before any other rule looks at a document: of one that reaches too far the others see nothing. */
export function withinExtent(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      noteOperation(document);
      try {
        extentOf(document);
        return undefined;
      } catch (error) {
        context.reportError(error as GraphQLError);
        return { ...document, definitions: [] };
      }
    },
  };
}
