import { useQuery } from '@apollo/client/react';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CaseSponsorsDocument, type CaseSponsorsQuery } from './cases.generated.ts';

type Sponsor = CaseSponsorsQuery['caseSponsors'][number];

/** Leaders who may take a case, and which of them is to: the chosen one, else whoever is in charge of its topic. */
export function useSponsors(topic: string, unit: string | null, chosen: string | null) {
  const { data, previousData } = useQuery(CaseSponsorsDocument, { variables: { topic, unit } });
  const rows = (data ?? previousData)?.caseSponsors ?? [];
  // One of another unit may not take it any more.
  const one = rows.find(({ postId }) => postId === chosen) ?? rows.find(({ isInCharge }) => isInCharge);
  return { rows, sponsor: one?.postId ?? null };
}

interface Props {
  sponsors: readonly Sponsor[];
  value: string | null;
  onChange: (post: string) => void;
}
/** 包案领导: the one leader who takes it. */
export function SponsorField({ sponsors, value, onChange }: Props) {
  const { t } = useTranslation(['cases', 'words']);
  const nameOf = ({ name, unit, isInCharge }: Sponsor) =>
    `${t('words:beside', { name, beside: unit.name })}${isInCharge ? ` · ${t('assign.inCharge')}` : ''}`;
  return (
    <Form.Item label={t('five.leader')} htmlFor="case-sponsor" required>
      <Select
        id="case-sponsor"
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        onChange={onChange}
        options={sponsors.map((each) => ({ value: each.postId, label: nameOf(each) }))}
      />
    </Form.Item>
  );
}
