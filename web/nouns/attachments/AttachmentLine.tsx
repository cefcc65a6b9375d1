import { useApolloClient } from '@apollo/client/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskFailed, failed } from '../../ui/failure.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { lasting, weighing } from '../../ui/sizes.ts';
import { type AttachmentWholeFragment, AttachmentWholeFragmentDoc } from './attachment.generated.ts';
import { useAnew } from './useAnew.ts';

interface Props {
  attachment: AttachmentWholeFragment;
  name: string;
  /** Who added it, and when. */
  added?: ReactNode;
  anew: () => Promise<unknown>;
  children?: ReactNode;
}

/** One of them in words: what it is called, how large or long it is, how it stands; heard or saved from here. */
export function AttachmentLine({ attachment, name, added, anew, children }: Props) {
  const { t } = useTranslation('attachments');
  const { kind, state, size, seconds, refusal, url } = attachment;
  const isThere = state === 'ARRIVED' && url !== null;
  return (
    <li className="as-row attached-line" data-state={state}>
      <span className="attached-words">
        {isThere && kind === 'FILE' ? <Document id={attachment.id} url={url} name={name} anew={anew} /> : <b>{name}</b>}
        <span>{[seconds !== null && lasting(seconds), weighing(size)].filter(Boolean).join(' · ')}</span>
        {added}
        {state === 'AWAITED' && <span>{t('awaited')}</span>}
        {state === 'REFUSED' && <span className="attached-refused">{t('refused', { why: refusal ?? '' })}</span>}
      </span>
      {isThere && kind === 'VOICE' && <Voice url={url} name={name} anew={anew} />}
      {children}
    </li>
  );
}

interface Linked {
  url: string;
  name: string;
  anew: () => Promise<unknown>;
}

/** Fetched when somebody wants to hear it. A link that has run out meanwhile is another one by the time it plays. */
function Voice({ url, name, anew }: Linked) {
  const { t } = useTranslation('attachments');
  const link = useAnew(url, anew);
  const player = useRef<HTMLAudioElement>(null);
  const isWanted = useRef(false);
  useEffect(() => {
    if (link.url && isWanted.current) void player.current?.play().catch(() => undefined);
  }, [link.url]);
  if (!link.url)
    return (
      <button type="button" className="as-link" onClick={link.retry}>
        {t('unseen')} · {t('again')}
      </button>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: what somebody told
    <audio
      ref={player}
      className="attached-voice"
      controls
      preload="none"
      aria-label={name}
      src={link.url}
      onPlay={() => {
        isWanted.current = true;
      }}
      onPause={() => {
        isWanted.current = false;
      }}
      onError={link.failed}
    />
  );
}

/** A page cannot see whether saving went well: so it is saved by a link of this moment. */
function Document({ id, url, name, anew }: Linked & { id: string }) {
  const { t } = useTranslation('attachments');
  const wordsOf = useFailureWords();
  const [failure, setFailure] = useState<unknown>();
  const client = useApolloClient();
  const save = async () => {
    try {
      await anew();
      const fresh = client.readFragment({
        ...{ id: `Attachment:${id}`, fragment: AttachmentWholeFragmentDoc, fragmentName: 'AttachmentWhole' },
      });
      if (!fresh?.url) throw new AskFailed(failed('NOT_FOUND'));
      setFailure(undefined);
      location.assign(fresh.url);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <>
      <a
        href={url}
        aria-label={t('save', { name })}
        onClick={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {name}
      </a>
      {failure !== undefined && (
        <span className="attached-refused" role="alert">
          {wordsOf(failure).line}
        </span>
      )}
    </>
  );
}
