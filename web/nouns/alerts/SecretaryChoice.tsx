import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../deeds/useSend.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useRoleName } from '../../session/usePostName.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import {
  EndSecretaryDocument,
  NameSecretaryDocument,
  SecretariesDocument,
  SecretaryCandidatesDocument,
  type SecretaryCandidatesQuery,
  type SecretaryPairFragment,
} from './secretary.generated.ts';
import './secretary.css';

/** Whom a leader lets acknowledge their alerts: who it is, or whom to name. Phone and desk show it alike. */
export function SecretaryChoice() {
  const { t } = useTranslation('alerts');
  const { data, error, refetch } = useQuery(SecretariesDocument, { fetchPolicy: 'cache-and-network' });
  useRefetchOnChanges(['SECRETARY_NAMED', 'SECRETARY_ENDED'], refetch);
  const wordsOf = useFailureWords();
  const [said, say] = useState('');
  const answered = async (outcome: Outcome<unknown>, words: string) => {
    if ('failure' in outcome) say(wordsOf(outcome.failure).line);
    if (!('value' in outcome)) return;
    say(words);
    await refetch().catch(() => undefined);
  };
  return (
    <div className="secretary">
      <p className="secretary-hint">{t('hint')}</p>
      <p role="status">{said}</p>
      <Loaded data={data?.secretaries} asked={{ error, refetch }} rows={1}>
        {([held]) => (held ? <Held held={held} onAnswer={answered} /> : <Find onAnswer={answered} />)}
      </Loaded>
    </div>
  );
}

type Answered = (outcome: Outcome<unknown>, words: string) => Promise<void>;

function Held({ held, onAnswer }: { held: SecretaryPairFragment; onAnswer: Answered }) {
  const { t } = useTranslation('alerts');
  const { isBusy, send } = useSend();
  const { name } = held.person;
  const end = async () => onAnswer(await send(EndSecretaryDocument, { id: held.id }), t('ended', { name }));
  return (
    <div className="secretary-row">
      <strong>{t('held', { name, time: shanghaiTime(held.namedAt) })}</strong>
      <PlainButton disabled={isBusy} onClick={() => void end()}>
        {t('end')}
      </PlainButton>
    </div>
  );
}

type Candidate = SecretaryCandidatesQuery['secretaryCandidates'][number];

function Find({ onAnswer }: { onAnswer: Answered }) {
  const { t } = useTranslation(['alerts', 'ui']);
  const roleName = useRoleName();
  const [text, setText] = useState('');
  const [chosen, choose] = useState<Candidate>();
  const wanted = useDeferredValue(text);
  const { data, previousData, error, refetch } = useQuery(SecretaryCandidatesDocument, { variables: { text: wanted } });
  if (chosen) return <Asked chosen={chosen} onAnswer={onAnswer} onCancel={() => choose(undefined)} />;
  return (
    <>
      <label className="secretary-find">
        {t('find')}
        <input
          type="search"
          value={text}
          maxLength={40}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <Loaded
        data={(data ?? previousData)?.secretaryCandidates}
        asked={{ error, refetch }}
        empty={<p>{t('nobody')}</p>}
        rows={2}
      >
        {(posts) => (
          <ul className="as-list secretary-found" aria-label={t('choose')}>
            {posts.map((post) => (
              <li key={post.id}>
                <PlainButton onClick={() => choose(post)}>
                  {post.person.name} · {roleName(post)}
                </PlainButton>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

interface AskedProps {
  chosen: Candidate;
  onAnswer: Answered;
  onCancel: () => void;
}
function Asked({ chosen, onAnswer, onCancel }: AskedProps) {
  const { t } = useTranslation(['alerts', 'ui']);
  const { isBusy, send } = useSend();
  const { name } = chosen.person;
  const sure = async () => {
    const outcome = await send(NameSecretaryDocument, { post: chosen.id });
    if ('failure' in outcome) onCancel();
    await onAnswer(outcome, t('named', { name }));
  };
  return (
    <div className="secretary-row">
      <strong>{t('ask', { name })}</strong>
      <span className="secretary-deeds">
        <PlainButton onClick={onCancel}>{t('ui:cancel')}</PlainButton>
        <PlainButton kind="primary" disabled={isBusy} onClick={() => void sure()}>
          {t('name')}
        </PlainButton>
      </span>
    </div>
  );
}
