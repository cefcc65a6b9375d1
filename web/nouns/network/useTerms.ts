import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTermName } from '../../ui/useTermName.ts';
import { ChoicesDocument } from './choices.generated.ts';
import { topicTree } from './topicTree.ts';

/** Fetched once a page; asked for anew by the filters of a screen that opens, not by every row and button. */
export function useChoices(policy: 'cache-first' | 'cache-and-network' = 'cache-first') {
  return useQuery(ChoicesDocument, { fetchPolicy: policy }).data;
}

/** The dictionaries of topics and sources, and the choices they give a select. */
export function useTerms() {
  const data = useChoices();
  const nameOf = useTermName();
  return useMemo(() => {
    const topics = data?.topics ?? [];
    const sources = data?.sources ?? [];
    const tree = topicTree(topics);
    const choices = (terms: typeof topics) =>
      terms.filter((term) => term.isActive).map((term) => ({ value: term.code, label: nameOf(term) }));
    const tags = [...new Set(topics.flatMap((topic) => topic.tags))];
    return { topics, sources, tree, tags, topicChoices: choices(topics), sourceChoices: choices(sources), nameOf };
  }, [data, nameOf]);
}
