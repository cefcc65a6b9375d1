import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What an operation asks for below a field: GraphQL field names, each with what is asked for below it. */
export interface Selection extends ReadonlyMap<string, Selection> {}

type Fragments = GraphQLResolveInfo['fragments'];
/** Documents are kept once parsed, so their fields are the same objects every time. */
const known = new WeakMap<FieldNode, Selection>();
const NOTHING: Selection = new Map();

/** A superset: what @skip and @include leave out counts as asked for. */
export function selectionOf({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Selection {
  const only = fieldNodes.length === 1 ? fieldNodes[0] : undefined;
  const kept = only && known.get(only);
  if (kept) return kept;
  const selection = gather(
    fieldNodes.map((node) => node.selectionSet),
    fragments,
  );
  if (only) known.set(only, selection);
  return selection;
}
/** What is asked for of the rows of a connection. */
export const nodesOf = (info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Selection =>
  selectionOf(info).get('edges')?.get('node') ?? NOTHING;

/** Whether the operation asks for this field and nothing beside it. */
export const isOnlyField = ({ operation: { selectionSet } }: Pick<GraphQLResolveInfo, 'operation'>): boolean =>
  selectionSet.selections.length === 1 && selectionSet.selections[0]?.kind === Kind.FIELD;

/** Each fragment once, as execution takes it. */
function gather(sets: readonly (SelectionSetNode | undefined)[], fragments: Fragments): Selection {
  const fields = new Map<string, (SelectionSetNode | undefined)[]>();
  const spread = new Set<string>();
  const visit = (set: SelectionSetNode | undefined) => {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.INLINE_FRAGMENT) visit(node.selectionSet);
      else if (node.kind === Kind.FIELD) below(node.name.value).push(node.selectionSet);
      else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        visit(fragments[node.name.value]?.selectionSet);
      }
    }
  };
  const below = (name: string) => {
    const known = fields.get(name) ?? [];
    fields.set(name, known);
    return known;
  };
  sets.forEach(visit);
  return new Map([...fields].map(([name, sets]) => [name, gather(sets, fragments)]));
}
