import { censureProblems, type ToldCensure } from '@lxq/schema/censures/censure-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { useNewThing } from '../../../deeds/desk/useNewThing.ts';
import type { CensureWholeFragment } from '../../../nouns/censures/censure.generated.ts';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { TitleField } from '../../../ui/desk/TitleField.tsx';
import { MatterDialog } from '../MatterDialog.tsx';
import { UnitField } from '../UnitsFields.tsx';
import type { AskedDeed } from '../useAskedDeed.ts';
import { useMatterForm } from '../useMatterForm.ts';
import { DraftCensureDocument, ReviseCensureDocument } from './censures.generated.ts';

const EMPTY: ToldCensure = { unit: null, title: '', cause: '', evidence: '', rule: '' };
const TEXTS = ['cause', 'evidence', 'rule'] as const;
const WIDTH = 720;

/** What is sent, once nothing is missing. */
function whole({ unit, title, cause, evidence, rule }: ToldCensure) {
  const censure = { unit: unit ?? '', title, cause, evidence, rule };
  return censureProblems(censure).length === 0 ? censure : null;
}

/** 拟通报: a censure is written; the director approves it. */
export function DraftCensureDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('censures');
  const form = useNewThing<ToldCensure>({ deed: 'censure.draft', at: '/matters/censures', onClose }, EMPTY);
  const { clientId } = form.value;
  const censure = whole(form.value);
  return (
    <DeedDialog
      title={t('draft.title')}
      okText={t('draft.ok')}
      isReady={censure !== null}
      isBusy={form.isBusy}
      kept={form.kept}
      send={async () =>
        censure
          ? form.make(DraftCensureDocument, { clientId, censure }, ({ no }) => t('draft.done', { no }))
          : undefined
      }
      onClose={onClose}
      width={WIDTH}
    >
      <p className="deed-dialog-about">{t('draft.about')}</p>
      <CensureFields value={form.value} onChange={form.set} />
    </DeedDialog>
  );
}

/** Until it is approved it may be written anew. */
export function ReviseCensureDialog(props: AskedDeed<CensureWholeFragment>) {
  const { t } = useTranslation('censures');
  const { unit, title, cause, evidence, rule } = props.thing;
  const form = useMatterForm<ToldCensure>(props, 'censure.revise', { unit: unit.code, title, cause, evidence, rule });
  const censure = whole(form.value);
  return (
    <MatterDialog
      asked={props}
      form={form}
      about={t('draft.about')}
      overtaken={[unit.name, title, cause, evidence, rule].join('\n')}
      isReady={censure !== null}
      send={() => form.carry(ReviseCensureDocument, { censure: censure as NonNullable<typeof censure> })}
      width={WIDTH}
    >
      <CensureFields value={form.value} onChange={form.set} />
    </MatterDialog>
  );
}

interface FieldsProps {
  value: ToldCensure;
  onChange: (changes: Partial<ToldCensure>) => void;
}
function CensureFields({ value, onChange }: FieldsProps) {
  const { t } = useTranslation('censures');
  const { censure: CENSURE } = LIMITS;
  return (
    <>
      <UnitField id="censure-unit" label={t('fact.unit')} value={value.unit} onChange={(unit) => onChange({ unit })} />
      <TitleField
        id="censure-title"
        label={t('fact.title')}
        length={CENSURE.title}
        value={value.title}
        onChange={(title) => onChange({ title })}
      />
      {TEXTS.map((field) => (
        <ReasonField
          key={field}
          id={`censure-${field}`}
          label={t(`fact.${field}`)}
          length={CENSURE[field]}
          value={value[field]}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
    </>
  );
}
