import { DownloadOutlined, FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FileFormat } from '../../contract.generated.ts';
import type { DigestFileRowFragment } from '../../nouns/digests/paper.generated.ts';
import { useDigestFiles } from '../../nouns/digests/useDigestFiles.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import css from './digests.module.css';

const ICONS = { DOCX: <FileWordOutlined />, PDF: <FilePdfOutlined /> };

/** DOCX and PDF of the issue, made on request, with progress and a link when ready. */
export function Files({ id }: { id: string }) {
  const { failed } = useMessages();
  const { files, request, requesting } = useDigestFiles(id);
  return (
    <>
      {(['DOCX', 'PDF'] as const).map((format) => (
        <FileOf
          key={format}
          format={format}
          file={files.find((file) => file.format === format)}
          requesting={requesting}
          onRequest={() => void request(format).catch(failed)}
        />
      ))}
    </>
  );
}

interface Props {
  format: FileFormat;
  file: DigestFileRowFragment | undefined;
  requesting: boolean;
  onRequest: () => void;
}

function FileOf({ format, file, requesting, onRequest }: Props) {
  const { t } = useTranslation('digests');
  const isWorking = file?.state === 'QUEUED' || file?.state === 'RUNNING';
  return (
    <span className={css.file}>
      <Button icon={ICONS[format]} loading={isWorking} disabled={requesting} onClick={onRequest}>
        {t(file?.state === 'READY' ? 'files.again' : 'files.make', { format })}
      </Button>
      {isWorking && (
        <Progress
          percent={file.progress}
          size="small"
          style={{ width: 110 }}
          aria-label={t('files.making', { format })}
        />
      )}
      {file?.state === 'FAILED' && <span className={css.fileFailed}>{file.error ?? t('files.failed')}</span>}
      {file?.state === 'READY' && file.url && (
        <a href={file.url} download title={file.sha256 ? `SHA-256 ${file.sha256}` : undefined}>
          <DownloadOutlined /> {t('files.download', { format, size: kilobytes(file.size) })}
        </a>
      )}
    </span>
  );
}

const kilobytes = (bytes: number | null) => (bytes === null ? '' : `${Math.max(1, Math.round(bytes / 1024))} KB`);
