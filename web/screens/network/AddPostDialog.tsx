import { dayOf } from '@lxq/schema/calendar.ts';
import { type PostProblem, postProblems } from '@lxq/schema/network/post-draft.ts';
import { kindsOf } from '@lxq/schema/network/unit-kinds.ts';
import { CAPACITIES_OF, type Capacity, type Role, STOOD_IN_FOR } from '@lxq/schema/roles.ts';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SavedFields } from '../../deeds/desk/SavedFields.tsx';
import { useSavedForm } from '../../deeds/desk/useSavedForm.ts';
import { useRoleName } from '../../session/usePostName.ts';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { useFieldRule } from '../../ui/desk/useFieldRule.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { PersonSelect } from './PersonSelect.tsx';
import type { Unit } from './post.ts';
import { AddPostDocument } from './posts.generated.ts';
import { usePostDeeds } from './usePostDeeds.ts';

interface Fields {
  person: string;
  role: Role;
  capacity?: Capacity | undefined;
  validFrom: string;
  validTo?: string | undefined;
}
type Missing = Extract<PostProblem, { problem: 'MISSING' }>;

/** A post for a person of the network: as what, from when. Officers, the discipline desk and administrators come in by the posts file. */
export function AddPostDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation(['network', 'words', 'ui']);
  const roleName = useRoleName();
  const { done } = useMessages();
  const { isBusy, send } = usePostDeeds();
  const roles = STOOD_IN_FOR.filter((role) => kindsOf(role).includes(unit.kind));
  const ruleOf = useFieldRule((fields: Partial<Fields>) => missingIn(fields, unit));
  const form = useSavedForm<Fields>(
    { deed: 'addPost', subject: unit.code },
    { validFrom: dayOf(new Date()) },
    {
      send: ({ capacity, validTo, ...fields }) =>
        send(AddPostDocument, {
          post: { ...fields, unit: unit.code, capacity: capacity ?? null, validTo: validTo || null },
        }),
      onSaved: () => {
        done(t('post.added', { unit: unit.name }));
        onClose();
      },
    },
  );
  const role = Form.useWatch('role', form.props.form);
  const capacities = (role && CAPACITIES_OF[role]) ?? [];
  return (
    <DeskModal
      open
      title={t('post.addTo', { unit: unit.name })}
      okText={t('post.add')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => form.props.form.submit()}
      onCancel={onClose}
    >
      <SavedFields form={form}>
        <Form.Item name="person" label={t('post.person')} rules={ruleOf('person')} required>
          <PersonSelect />
        </Form.Item>
        <Form.Item name="role" label={t('post.role')} rules={ruleOf('role')} extra={t('post.roleHint')} required>
          <Select
            options={roles.map((each) => ({ value: each, label: roleName({ role: each, unit }) }))}
            onChange={() => form.props.form.setFieldValue('capacity', undefined)}
          />
        </Form.Item>
        <Form.Item name="capacity" label={t('post.capacity')} hidden={capacities.length === 0}>
          <Select
            allowClear
            placeholder={t('post.noCapacity')}
            options={capacities.map((each) => ({ value: each, label: t(`words:capacity.${each}`) }))}
          />
        </Form.Item>
        <Form.Item name="validFrom" label={t('post.from')} rules={[{ required: true, message: t('post.dayMissing') }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="validTo" label={t('post.to')} extra={t('post.toHint')}>
          <Input type="date" />
        </Form.Item>
      </SavedFields>
    </DeskModal>
  );
}

/** What is said below a field before it is sent; the rest needs the unit's posts, and the server says it. */
const missingIn = ({ person = '', role, capacity, validFrom = '' }: Partial<Fields>, { kind }: Unit) =>
  postProblems({ person, role: role ?? null, capacity: capacity ?? null, validFrom, validTo: null }, kind).filter(
    (problem): problem is Missing => problem.problem === 'MISSING',
  );
