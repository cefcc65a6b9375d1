import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthProblem } from '@lxq/schema/problems.ts';
import { STORED_PER_VISIBLE, visibleLength } from '@lxq/schema/texts/characters.ts';
import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import { Form, Input } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { useKeptText } from '../../session/useKeptText.ts';
import { PersonalDataHint } from '../../ui/PersonalDataHint.tsx';
import type { Outcome } from '../../ui/useOnce.ts';
import type { View } from './useViews.ts';

interface Props {
  screen: ListScreen;
  /** The one that is renamed; null for a new one. */
  view: View | null;
  isBusy: boolean;
  send: (name: string) => Promise<Outcome<View>>;
  onDone: (saved: View | undefined) => void;
  onClose: () => void;
}
const { name: LENGTH } = LIMITS.views;

/** A name for what the list shows, or another one for a view. */
export function ViewNameDialog({ screen, view, isBusy, send, onDone, onClose }: Props) {
  const { t } = useTranslation('views');
  const kept = useKeptText({ deed: 'saveView', subject: view?.id ?? screen }, view?.name ?? '');
  const saved = useRef<View>(undefined);
  const name = kept.value.trim();
  return (
    <DeedDialog
      title={view ? t('rename', { name: view.name }) : t('saveNew')}
      okText={t('save')}
      isReady={lengthProblem('name', name, LENGTH).length === 0}
      isBusy={isBusy}
      kept={kept}
      width={440}
      send={async () => {
        const outcome = await send(name);
        if ('value' in outcome) saved.current = outcome.value;
        return outcome;
      }}
      onDone={() => onDone(saved.current)}
      onClose={onClose}
    >
      <Form.Item
        label={t('name')}
        htmlFor="view-name"
        required
        extra={t('nameHint', { count: visibleLength(name), max: LENGTH.max })}
      >
        <Input
          id="view-name"
          autoFocus
          value={kept.value}
          maxLength={LENGTH.max * STORED_PER_VISIBLE}
          onChange={(event) => kept.change(event.target.value)}
        />
        <PersonalDataHint text={kept.value} onMask={kept.change} />
      </Form.Item>
    </DeedDialog>
  );
}
