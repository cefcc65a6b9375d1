import { Button } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useDigestFiles } from '../../nouns/digests/useDigestFiles.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { Toast } from '../../ui/phone/dialogs.ts';
import { afterClosing } from '../../ui/useBackCloses.ts';
import sheet from './sheet.module.css';

/** The issue as a PDF to keep or to print. */
export function IssueFiles({ id, onClose }: { id: string; onClose: () => void }) {
  const navigate = useNavigate();
  const print = `/leader/digests/${id}/print`;
  const { t } = useTranslation('leader');
  const wordsOf = useFailureWords();
  const { files, request, requesting } = useDigestFiles(id);
  const pdf = files.find(({ format }) => format === 'PDF');
  const isWorking = pdf?.state === 'QUEUED' || pdf?.state === 'RUNNING';
  const make = () =>
    request('PDF').catch((error: unknown) => Toast.show({ content: wordsOf(error).line, duration: 4_000 }));
  return (
    <div className={sheet.files}>
      {pdf?.state === 'READY' && pdf.url ? (
        <a className={sheet.fileLink} href={pdf.url}>
          {t('files.download')}
        </a>
      ) : (
        <Button
          size="small"
          loading={isWorking || requesting}
          loadingText={t('files.making', { progress: pdf?.progress ?? 0 })}
          onClick={() => void make()}
        >
          {t('files.make')}
        </Button>
      )}
      <Link
        className={sheet.fileLink}
        to={print}
        onClick={(event) => {
          event.preventDefault();
          onClose();
          afterClosing(() => navigate(print));
        }}
      >
        {t('files.print')}
      </Link>
    </div>
  );
}
