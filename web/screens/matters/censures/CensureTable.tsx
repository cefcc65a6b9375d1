import { useTranslation } from 'react-i18next';
import type { CensureRowFragment } from '../../../nouns/censures/censure.generated.ts';
import { shanghaiDay } from '../../../ui/time.ts';
import { MatterRows } from '../MatterRows.tsx';
import { CensureStateTag } from '../MatterStateTag.tsx';
import type { Rows } from '../MatterTable.tsx';

/** Censures, each with what it is called and since when it stands. */
export function CensureTable(props: Rows<CensureRowFragment>) {
  const { t } = useTranslation('censures');
  return (
    <MatterRows
      {...props}
      base="/matters/censures"
      name={t('name')}
      about={({ issuedAt, draftedAt }) =>
        issuedAt ? t('issuedOn', { day: shanghaiDay(issuedAt) }) : t('draftedOn', { day: shanghaiDay(draftedAt) })
      }
      words={({ title }) => title}
      state={({ state }) => <CensureStateTag state={state} />}
      unit={{ name: t('fact.unit'), of: ({ unit }) => unit.name }}
    />
  );
}
