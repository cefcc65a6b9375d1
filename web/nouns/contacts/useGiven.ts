import type { ContactDraft, ContactProblem } from '@lxq/schema/contacts/contact-draft.ts';
import { problemKey } from '@lxq/schema/problems.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Given } from './useContact.ts';

type Field = keyof ContactDraft;
const FIELDS = ['name', 'phone', 'address'] as const satisfies readonly Field[];

type ProblemsOf = (draft: ContactDraft) => readonly ContactProblem[];
/** Loaded apart: phones older than its regular expressions go on without it, and the server says what is wrong. */
const check: Promise<ProblemsOf> = import('@lxq/schema/contacts/contact-draft.ts').then(
  ({ contactProblems }) => contactProblems,
  () => () => [],
);

/** What is typed of a contact. It is kept on no device, unlike other texts: closing the form throws it away. */
export function useGiven() {
  const { t } = useTranslation('contacts');
  const [typed, setTyped] = useState({ name: '', phone: '', address: '' });
  const [touched, setTouched] = useState<readonly Field[]>([]);
  const [problemsOf, setProblemsOf] = useState<ProblemsOf>();
  useEffect(() => {
    void check.then((loaded) => setProblemsOf(() => loaded));
  }, []);
  const problems = problemsOf?.(typed);
  const given: Given = {
    name: typed.name.trim(),
    phone: typed.phone.trim() || null,
    address: typed.address.trim() || null,
  };
  return {
    given,
    isReady: problems?.length === 0,
    fields: FIELDS.map((field) => {
      const problem = touched.includes(field) ? problems?.find((each) => each.field === field) : undefined;
      return {
        field,
        value: typed[field],
        set: (text: string) => setTyped({ ...typed, [field]: text }),
        /** What is wrong is said once somebody has left the field. */
        leave: () => setTouched([...touched, field]),
        problem: problem && t(`problem.${problemKey(problem)}`, { ...problem }),
      };
    }),
  };
}
