import { useRef } from 'react';

/** The rows of a connection; the same array as long as they are the same rows, so that a list that has not changed is not drawn. */
export function useNodes<Node>(edges: readonly { node: Node }[] | undefined): readonly Node[] | undefined {
  const kept = useRef<readonly Node[]>(undefined);
  const isSame = kept.current?.length === edges?.length && edges?.every(({ node }, at) => node === kept.current?.[at]);
  if (!isSame) kept.current = edges?.map(({ node }) => node);
  return kept.current;
}
