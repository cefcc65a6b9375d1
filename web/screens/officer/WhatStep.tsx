import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault, STORED_PER_VISIBLE, visibleLength } from '@lxq/schema/texts/characters.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonalDataHint } from '../../ui/PersonalDataHint.tsx';
import { ProblemText } from './ProblemText.tsx';
import type { StepProps } from './step-props.ts';
import { Tiles } from './Tiles.tsx';
import { TopicTiles } from './TopicTiles.tsx';
import { WhoIsAlerted } from './WhoIsAlerted.tsx';
import './fields.css';

const { min, max } = LIMITS.report.content;

export function WhatStep({ draft: { fields }, change, problems, children }: StepProps & { children?: ReactNode }) {
  const { t } = useTranslation(['officer', 'words']);
  const length = visibleLength(fields.content);
  return (
    <>
      <TopicTiles chosen={fields.topic} onChoose={(topic) => change({ topic })} />
      <ProblemText of={['topic']} problems={problems} />
      {fields.topic?.isAccusation && (
        <p className="field-note" role="status">
          {t('what.accusation')}
        </p>
      )}
      <Tiles
        group="urgency"
        label={t('what.urgency')}
        columns={2}
        chosen={fields.urgency}
        onChoose={(urgency) => change({ urgency })}
        tiles={[
          { value: 'NORMAL', name: t('words:urgency.NORMAL'), hint: t('what.normalHint') },
          { value: 'HIGH', name: t('words:urgency.HIGH'), hint: t('what.highHint') },
        ]}
      />
      <WhoIsAlerted topic={fields.topic} line={fields.line} urgency={fields.urgency} />
      <div className="field">
        <label htmlFor="content">{t('what.content')}</label>
        <textarea
          id="content"
          value={fields.content}
          rows={7}
          // The limit itself is told, not enforced while typing.
          maxLength={max * STORED_PER_VISIBLE}
          placeholder={t('what.contentHint')}
          aria-describedby="content-count"
          onChange={(event) => change({ content: event.target.value })}
        />
        <p
          id="content-count"
          className={
            lengthFault(fields.content, LIMITS.report.content) === 'LONG' ? 'field-count is-over' : 'field-count'
          }
        >
          {length > 0 && length < min
            ? t('what.counterShort', { missing: min - length })
            : t('what.counter', { length, max })}
        </p>
        <ProblemText of={['content']} problems={problems} />
        <PersonalDataHint text={fields.content} onMask={(content) => change({ content })} />
      </div>
      {children}
    </>
  );
}
