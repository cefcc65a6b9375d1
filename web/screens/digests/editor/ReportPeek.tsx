import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { StateTag } from '../../../nouns/reports/StateTag.tsx';
import { DeskDrawer } from '../../../ui/desk/dialogs.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { shanghaiTime } from '../../../ui/time.ts';
import { afterClosing } from '../../../ui/useBackCloses.ts';
import { useTermName } from '../../../ui/useTermName.ts';
import { PeekReportDocument, type SourceReportFragment } from './editor.generated.ts';
import css from './item.module.css';

/** A report read in passing, beside the item that rests on it. */
export function ReportPeek({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation('digests');
  const { data, error, refetch } = useQuery(PeekReportDocument, id ? { variables: { id } } : skipToken);
  return (
    <DeskDrawer
      open={id !== null}
      onClose={onClose}
      size={520}
      title={data ? t('peek.title', { no: data.report.no }) : ''}
    >
      {id && (
        <Loaded data={data} asked={{ error, refetch }}>
          {({ report }) => <Whole report={report} onClose={onClose} />}
        </Loaded>
      )}
    </DeskDrawer>
  );
}

function Whole({ report, onClose }: { report: SourceReportFragment; onClose: () => void }) {
  const navigate = useNavigate();
  const { t } = useTranslation('digests');
  const nameOf = useTermName();
  const scale = t('peek.scale', { households: report.households ?? '—', people: report.people ?? '—' });
  const goThere = () => {
    onClose();
    afterClosing(() => void navigate(`/desk/reports/${report.id}`));
  };
  return (
    <>
      <p className={css.readText}>{report.content}</p>
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'state', label: t('column.state'), children: <StateTag state={report.state} /> },
          { key: 'place', label: t('peek.place'), children: report.place.fullName },
          { key: 'topic', label: t('peek.topic'), children: nameOf(report.topic) },
          { key: 'scale', label: t('peek.scaleLabel'), children: scale },
          { key: 'at', label: t('peek.submittedAt'), children: shanghaiTime(report.submittedAt) },
        ]}
      />
      <Button type="link" onClick={goThere}>
        {t('peek.open')}
      </Button>
    </>
  );
}
