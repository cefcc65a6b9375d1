import { useTranslation } from 'react-i18next';
import { Drawing } from '../../ui/Drawing.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import type { ResultWholeFragment } from './instruction.generated.ts';
import './instructions.css';

/** What came of it, the newest round first; those that were returned stay to be read. */
export function Results({ results }: { results: readonly ResultWholeFragment[] }) {
  return results.toReversed().map((result) => <Result key={result.id} result={result} />);
}

function Result({ result }: { result: ResultWholeFragment }) {
  const { t } = useTranslation(['instructions', 'words']);
  const { round, finding, body, answer, opinionForm, opinion, kept, drawing, request, basis, remedy, signedAt } =
    result;
  const { signedByName, signedAs } = result;
  const signer = signedAs
    ? t('words:beside', { name: signedByName, beside: t(`words:capacity.${signedAs}`) })
    : signedByName;
  return (
    <section className="instruction-result">
      <h3 className="report-heading">{t('result.title', { count: round, round })}</h3>
      <Facts
        className="instruction-facts"
        facts={[
          [t('result.finding'), t(`words:finding.${finding}`)],
          [t('result.request'), request],
          [t('result.body'), body],
          [t('result.basis'), basis],
          [t('result.remedy'), remedy],
          [t('result.answer'), answer],
          [t('result.opinion'), t('words:said', { of: t(`words:opinionForm.${opinionForm}`), text: opinion })],
          [t(opinionForm === 'REFUSED' ? 'result.witnesses' : 'result.kept'), kept],
          [t('result.drawing'), drawing && <Drawing key="drawing" strokes={drawing} label={t('result.drawing')} />],
          [t('result.written'), `${result.writtenByName} ${shanghaiTime(result.writtenAt)}`],
          [t('result.signed'), signedAt ? `${signer} ${shanghaiTime(signedAt)}` : t('result.unsigned')],
        ]}
      />
    </section>
  );
}
