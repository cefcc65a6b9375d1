import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TermsDocument } from './reports.generated.ts';
import { topicTree } from './topicTree.ts';

interface Named {
  name: string;
  nameEn: string;
}
/** The name of a dictionary entry in the language of the screen. */
export function useTermName(): (term: Named) => string {
  const { i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  return (term) => (isEnglish && term.nameEn ? term.nameEn : term.name);
}

/** The dictionaries of topics and sources, and the choices they give a select. */
export function useTerms() {
  const { data } = useQuery(TermsDocument);
  const nameOf = useTermName();
  return useMemo(() => {
    const topics = data?.topics ?? [];
    const sources = data?.sources ?? [];
    const tree = topicTree(topics);
    const choices = (terms: typeof topics) =>
      terms.filter((term) => term.isActive).map((term) => ({ value: term.code, label: nameOf(term) }));
    return { topics, sources, tree, topicChoices: choices(topics), sourceChoices: choices(sources), nameOf };
  }, [data, nameOf]);
}
