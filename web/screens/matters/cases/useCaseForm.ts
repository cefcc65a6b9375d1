import type { CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import { useKeptText } from '../../../session/useKeptText.ts';
import { type AskedDeed, useAskedDeed } from '../useAskedDeed.ts';

export type AskedCase = AskedDeed<CaseWholeFragment>;

/** The fields of a deed on a case, kept with the version that they were begun on, and how they are sent. */
export function useCaseForm<Fields extends object>(props: AskedCase, deed: string, stored: Fields) {
  const { id, version } = props.thing;
  const kept = useKeptText<Fields & { version: number }>({ deed: `case.${deed}`, subject: id }, { ...stored, version });
  const asked = useAskedDeed(props, kept.value.version);
  return {
    ...asked,
    kept,
    value: kept.value,
    set: (changes: Partial<Fields>) => kept.change({ ...kept.value, ...changes }),
  };
}
