import { useQuery } from '@apollo/client/react';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { useSend } from '../../deeds/useSend.ts';
import { FailureAlert } from '../../ui/desk/FailureAlert.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { failureOf } from '../../ui/failure.ts';
import {
  PresentableLeadersDocument,
  PresentReportDocument,
  ReportPresentationsDocument,
} from './presentation.generated.ts';

interface Props {
  report: { id: string; no: string };
  onClose: () => void;
}

/** Before which leaders a report is put: the main leaders, unless somebody chooses otherwise. */
export function PresentDialog({ report: { id, no }, onClose }: Props) {
  const { t } = useTranslation(['presentations', 'words']);
  const { done } = useMessages();
  const { isBusy, send } = useSend();
  const { data, error, loading } = useQuery(PresentableLeadersDocument, { fetchPolicy: 'cache-and-network' });
  const [chosen, setChosen] = useState<string[]>();
  const known = data?.presentableLeaders ?? [];
  const leaders = chosen ?? known.filter(({ isFirst }) => isFirst).map((leader) => leader.id);
  const options = known.map(({ id: value, name, capacity, level }) => ({
    value,
    label: `${name}（${capacity ? t(`words:capacity.${capacity}`) : t(`words:leaderLevel.${level ?? 'COUNTY'}`)}）`,
  }));
  return (
    <DeedDialog
      title={t('ask', { no })}
      okText={t('deed')}
      isReady={leaders.length > 0}
      isBusy={isBusy}
      send={() => send(PresentReportDocument, { id, leaders }, { refetchQueries: [ReportPresentationsDocument] })}
      onDone={() => {
        done(t('done', { count: leaders.length, no }));
        onClose();
      }}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t('help')}</p>
      <Form.Item label={t('leaders')} htmlFor="present-to" extra={t('leadersHelp')} required>
        <Select
          id="present-to"
          mode="multiple"
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          loading={loading && !data}
          value={leaders}
          onChange={setChosen}
          options={options}
        />
      </Form.Item>
      {error && !data && <FailureAlert failure={failureOf(error)} />}
    </DeedDialog>
  );
}
