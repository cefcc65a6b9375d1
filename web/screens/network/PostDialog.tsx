import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { CAPACITIES_OF, type Capacity } from '@lxq/schema/roles.ts';
import { lengthFault, visibleLength } from '@lxq/schema/texts/characters.ts';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedFields } from '../../deeds/desk/SavedFields.tsx';
import { type SavedForm, useSavedForm } from '../../deeds/desk/useSavedForm.ts';
import { useViewer } from '../../session/session.ts';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { FieldHint } from '../../ui/desk/FieldHint.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { ColleagueSelect, PersonSelect } from './PersonSelect.tsx';
import type { Post, PostDeed } from './post.ts';
import { ChangeCapacityDocument, EndPostDocument, NameStandInDocument } from './posts.generated.ts';
import { usePostDeeds } from './usePostDeeds.ts';

interface Props {
  post: Post;
  onClose: () => void;
}

/** What is done about one post. */
export function PostDialog({ deed, ...props }: Props & { deed: PostDeed }) {
  if (deed === 'capacity') return <CapacityDialog {...props} />;
  return deed === 'end' ? <EndDialog {...props} /> : <StandInDialog {...props} />;
}

interface ShellProps<Fields> extends Props {
  deed: PostDeed;
  form: SavedForm<Fields>;
  isBusy: boolean;
  children: ReactNode;
}
function Shell<Fields extends object>({ deed, post, form, isBusy, onClose, children }: ShellProps<Fields>) {
  const { t } = useTranslation('network');
  return (
    <DeskModal
      open
      title={`${t(`post.deed.${deed}`)} · ${post.person.name}`}
      okText={t(`post.deed.${deed}`)}
      okButtonProps={{ loading: isBusy, danger: deed === 'end' }}
      onOk={() => form.props.form.submit()}
      onCancel={onClose}
    >
      <SavedFields form={form}>{children}</SavedFields>
    </DeskModal>
  );
}

const NONE = 'NONE';
function CapacityDialog({ post, onClose }: Props) {
  const { t } = useTranslation(['network', 'words']);
  const { done } = useMessages();
  const { isBusy, send } = usePostDeeds();
  const form = useSavedForm<{ capacity: Capacity | typeof NONE }>(
    { deed: 'changeCapacity', subject: post.id },
    { capacity: post.capacity ?? NONE },
    {
      send: ({ capacity }) => {
        const { id, version } = post;
        return send(ChangeCapacityDocument, { post: id, version, capacity: capacity === NONE ? null : capacity });
      },
      onSaved: () => {
        done(t('post.saved', post.person));
        onClose();
      },
    },
  );
  const options = (CAPACITIES_OF[post.role] ?? []).map((each) => ({ value: each, label: t(`words:capacity.${each}`) }));
  return (
    <Shell deed="capacity" {...{ post, onClose, form, isBusy }}>
      <Form.Item name="capacity" label={t('post.capacity')} extra={t('post.capacityHint')}>
        <Select options={[{ value: NONE, label: t('post.noCapacity') }, ...options]} />
      </Form.Item>
    </Shell>
  );
}

function EndDialog({ post, onClose }: Props) {
  const { t } = useTranslation('network');
  const { done } = useMessages();
  const { isBusy, send } = usePostDeeds();
  const form = useSavedForm<{ on: string }>(
    { deed: 'endPost', subject: post.id },
    { on: dayOf(new Date()) },
    {
      send: ({ on }) => send(EndPostDocument, { post: post.id, version: post.version, on }),
      onSaved: ({ on }) => {
        done(t('post.endsOn', { ...post.person, on }));
        onClose();
      },
    },
  );
  return (
    <Shell deed="end" {...{ post, onClose, form, isBusy }}>
      <Form.Item
        name="on"
        label={t('post.to')}
        extra={t('post.endHint')}
        rules={[{ required: true, message: t('post.dayMissing') }]}
      >
        <Input type="date" min={post.validFrom} max={post.validTo ?? undefined} />
      </Form.Item>
    </Shell>
  );
}

interface Lent {
  person: string;
  validFrom: string;
  validTo: string;
  reason: string;
}
function StandInDialog({ post, onClose }: Props) {
  const { t } = useTranslation('network');
  const { done } = useMessages();
  const { isBusy, send } = usePostDeeds();
  const isAdmin = useViewer().post.role === 'ADMIN';
  const today = dayOf(new Date());
  const form = useSavedForm<Lent>(
    { deed: 'nameStandIn', subject: post.id },
    { validFrom: today, validTo: addDays(today, 6) },
    {
      send: (fields) => send(NameStandInDocument, { standIn: { ...fields, post: post.id } }),
      onSaved: () => {
        done(t('post.lent', post.person));
        onClose();
      },
    },
  );
  const { reason, days } = LIMITS.standIn;
  const needed = (message: string) => [{ required: true, message }];
  return (
    <Shell deed="standIn" {...{ post, onClose, form, isBusy }}>
      <p>{t('post.standInNote')}</p>
      <Form.Item name="person" label={t('post.standIn')} rules={needed(t('post.personMissing'))}>
        {isAdmin ? <PersonSelect /> : <ColleagueSelect />}
      </Form.Item>
      <Form.Item name="validFrom" label={t('post.from')} rules={needed(t('post.dayMissing'))}>
        <Input type="date" min={today} />
      </Form.Item>
      <Form.Item
        name="validTo"
        label={t('post.to')}
        extra={t('post.atMost', { days })}
        rules={needed(t('post.dayMissing'))}
      >
        <Input type="date" min={today} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('post.reason')}
        required
        rules={[
          {
            validator: async (_, text: string = '') => {
              if (lengthFault(text.trim(), reason)) throw new Error(t('post.reasonLength', reason));
            },
          },
        ]}
      >
        <Input count={{ max: reason.max, strategy: visibleLength }} />
      </Form.Item>
      <FieldHint name="reason" />
    </Shell>
  );
}
