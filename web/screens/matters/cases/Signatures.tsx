import { useTranslation } from 'react-i18next';
import type { CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import { shanghaiTime } from '../../../ui/time.ts';
import { BEFORE_CLOSING, PLACES } from './places.ts';

/** Who has signed for the closing and as what, in all rounds; and who has to, while it waits for them. */
export function Signatures({ of: { signatures, state } }: { of: CaseWholeFragment }) {
  const { t } = useTranslation(['cases', 'words']);
  const isWaiting = BEFORE_CLOSING.includes(state);
  return (
    <section id={PLACES.signatures}>
      {(isWaiting || signatures.length > 0) && <h3 className="report-heading">{t('section.signatures')}</h3>}
      <ul className="as-list case-revisits">
        {signatures.map((each) => (
          <li key={each.id}>
            <b>{t(`words:signsAs.${each.signsAs}`)}</b> {each.signerName}
            {each.actedByName && t('actedBy', { name: each.actedByName })}{' '}
            <span className="case-quiet">{shanghaiTime(each.at)}</span>
          </li>
        ))}
      </ul>
      {isWaiting && <p className="case-quiet">{t('signaturesHint')}</p>}
    </section>
  );
}
