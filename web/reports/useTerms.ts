import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoicesDocument } from './reports.generated.ts';
import { topicTree } from './topicTree.ts';

interface Named {
  name: string;
  nameEn: string;
}
/** The name of a dictionary entry in the language of the screen. */
export function useTermName(): (term: Named) => string {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? englishName : chineseName;
}

const englishName = ({ name, nameEn }: Named) => nameEn || name;
const chineseName = ({ name }: Named) => name;

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
