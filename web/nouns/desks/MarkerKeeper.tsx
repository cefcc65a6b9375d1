import { MARKER_COLOURS, type MarkerColour, markerProblems } from '@lxq/schema/desks/marker-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../deeds/useSend.ts';
import { useQuestion } from '../../ui/desk/dialogs.tsx';
import { FailureAlert } from '../../ui/desk/FailureAlert.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Failure } from '../../ui/failure.ts';
import { PersonalDataHint } from '../../ui/PersonalDataHint.tsx';
import {
  AddMarkerDocument,
  MarkersDocument,
  type MarkerWordFragment,
  RemoveMarkerDocument,
} from './desks.generated.ts';
import { useMarkers } from './MarkerSelect.tsx';
import { MarkerTag } from './MarkerTag.tsx';

const AGAIN = { refetchQueries: [MarkersDocument] };

/** The desk's short list: what is added, and what goes from it and from whatever bears it. */
export function MarkerKeeper() {
  const { t } = useTranslation('reports');
  const { data } = useMarkers();
  const { isBusy, send } = useSend();
  const question = useQuestion();
  const { said } = useMessages();
  const remove = ({ id, word }: MarkerWordFragment) =>
    question({
      title: t('beside.removeMarker', { word }),
      content: t('beside.removeMarkerHelp'),
      onOk: async () => said(await send(RemoveMarkerDocument, { id }, AGAIN), t('beside.markerRemoved', { word })),
    });
  return (
    <section className="as-stack marker-keeper" aria-label={t('beside.markers')}>
      <ul className="as-row as-list">
        {data?.markers.map((marker) => (
          <li key={marker.id} className="as-row">
            <MarkerTag marker={marker} />
            <Button type="text" size="small" disabled={isBusy} onClick={() => remove(marker)}>
              <span className="sr-only">{marker.word} </span>
              {t('beside.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <NewMarker />
    </section>
  );
}

function NewMarker() {
  const { t } = useTranslation('reports');
  const { isBusy, send } = useSend();
  const [word, setWord] = useState('');
  const [colour, setColour] = useState<MarkerColour>('BLUE');
  const [failure, setFailure] = useState<Failure>();
  const [problem] = word.trim() ? markerProblems(word.trim()) : [];
  const add = async () => {
    const outcome = await send(AddMarkerDocument, { word: word.trim(), colour }, AGAIN);
    setFailure('failure' in outcome ? outcome.failure : undefined);
    if ('value' in outcome) setWord('');
  };
  return (
    <>
      <div className="as-row">
        <Input
          className="marker-word"
          aria-label={t('beside.newMarker')}
          placeholder={t('beside.newMarker')}
          value={word}
          status={problem ? 'error' : ''}
          onChange={(event) => setWord(event.target.value)}
        />
        <Select
          aria-label={t('beside.colourOf')}
          value={colour}
          onChange={setColour}
          options={MARKER_COLOURS.map((value) => ({ value, label: t(`beside.colour.${value}`) }))}
        />
        <Button disabled={!word.trim() || !!problem} loading={isBusy} onClick={() => void add()}>
          {t('beside.add')}
        </Button>
      </div>
      <PersonalDataHint text={word} onMask={setWord} />
      <p className="deed-dialog-about">
        {problem
          ? t(`beside.markerProblem.${problem.problem}`, LIMITS.marker.word)
          : t('beside.markerHelp', { max: LIMITS.marker.perDesk })}
      </p>
      {failure && <FailureAlert failure={failure} />}
    </>
  );
}
