import { useQuery } from '@apollo/client/react';
import { LIMITS } from '@lxq/schema/limits.ts';
import { portfolioProblems } from '@lxq/schema/network/portfolio-draft.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SavedDrawer } from '../../deeds/desk/SavedFields.tsx';
import { useSavedForm } from '../../deeds/desk/useSavedForm.ts';
import { useSend } from '../../deeds/useSend.ts';
import { PortfoliosDocument, type PortfoliosQuery } from '../../nouns/network/network.generated.ts';
import { useTerms } from '../../nouns/network/useTerms.ts';
import { FieldHint } from '../../ui/desk/FieldHint.tsx';
import { useFieldRule } from '../../ui/desk/useFieldRule.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { LeadersDocument, SavePortfolioDocument } from './portfolios.generated.ts';

export type Portfolio = PortfoliosQuery['portfolios'][number];

interface Props {
  /** Absent for a new one. */
  portfolio: Portfolio | undefined;
  portfolios: Portfolio[];
  onClose: () => void;
}
interface Fields {
  name: string;
  leader: string;
  topicCodes: string[];
  position: number | null;
}
const { name: length, position: last } = LIMITS.portfolio;

const toldBy = ({ name = '', leader = '', topicCodes = [], position = null }: Partial<Fields>) => ({
  name: name.trim(),
  leader,
  topicCodes,
  position,
});

/** One portfolio: what it is called, whose it is, and the topics in it, each with where it stands now. */
export function PortfolioDrawer({ portfolio, portfolios, onClose }: Props) {
  const { t } = useTranslation(['admin', 'network']);
  const ruleOf = useFieldRule((fields: Partial<Fields>) => portfolioProblems(toldBy(fields)));
  const { done } = useMessages();
  const { isBusy, send } = useSend();
  const form = useSavedForm<Fields>(
    { deed: 'portfolio', subject: portfolio?.id ?? 'new' },
    portfolio ? fieldsOf(portfolio) : { topicCodes: [] },
    {
      send: ({ name, leader, topicCodes, position }) =>
        send(
          SavePortfolioDocument,
          { portfolio: { id: portfolio?.id ?? null, name, leader, topicCodes, position: position ?? null } },
          { refetchQueries: [PortfoliosDocument] },
        ),
      onSaved: ({ name }) => {
        done(t('saved', { name }));
        onClose();
      },
    },
  );
  const { data } = useQuery(LeadersDocument);
  const leaders = data?.leaders ?? [];
  const title = portfolio ? t('edit', { name: portfolio.name }) : t('portfolio.add');
  return (
    <SavedDrawer form={form} title={title} isBusy={isBusy} onClose={onClose}>
      <Form.Item
        name="name"
        label={t('network:column.portfolio')}
        extra={t('portfolio.nameHint')}
        rules={ruleOf('name')}
        required
      >
        <Input count={{ max: length.max, strategy: visibleLength }} />
      </Form.Item>
      <FieldHint name="name" />
      <Form.Item
        name="leader"
        label={t('network:column.leader')}
        extra={data && leaders.length === 0 ? t('portfolio.noLeaders') : undefined}
        rules={ruleOf('leader')}
        required
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={withFormer(leaders, portfolio?.leader).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="topicCodes"
        rules={ruleOf('topicCodes')}
        label={t('network:column.topics')}
        extra={t('portfolio.topicsHint')}
      >
        <TopicSelect own={portfolio} portfolios={portfolios} />
      </Form.Item>
      <Form.Item
        name="position"
        rules={ruleOf('position')}
        label={t('portfolio.position')}
        extra={t('portfolio.positionHint')}
      >
        <InputNumber min={0} max={last} precision={0} />
      </Form.Item>
    </SavedDrawer>
  );
}

const fieldsOf = ({ name, leader, topicCodes, position }: Portfolio): Fields => ({
  name,
  leader: leader.id,
  topicCodes,
  position,
});

type Leader = Portfolio['leader'];
/** Whoever has left is still shown by name; saving asks for another. */
const withFormer = (leaders: Leader[], own: Leader | undefined) =>
  own && !leaders.some(({ id }) => id === own.id) ? [own, ...leaders] : leaders;

interface TopicSelectProps {
  own: Portfolio | undefined;
  portfolios: Portfolio[];
  /** Given by the form. */
  id?: string;
  value?: string[];
  onChange?: (codes: string[]) => void;
}

function TopicSelect({ own, portfolios, ...field }: TopicSelectProps) {
  const { t } = useTranslation('admin');
  const { tree, nameOf } = useTerms();
  const options = tree
    .flatMap(({ top, below }) => [top, ...below])
    .filter((topic) => topic.isActive || own?.topicCodes.includes(topic.code))
    .map((topic) => {
      const at = portfolios.find((each) => each.id !== own?.id && each.topicCodes.includes(topic.code));
      return { value: topic.code, label: nameOf(topic), isLower: !!topic.parentCode, at: at?.name };
    });
  return (
    <Select
      {...field}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      optionRender={({ data }) => (
        <span className={data.isLower ? 'admin-choice admin-lower' : 'admin-choice'}>
          {data.label}
          {data.at && <small>{t('portfolio.standsIn', { name: data.at })}</small>}
        </span>
      )}
    />
  );
}
