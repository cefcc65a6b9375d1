import { LIMITS } from '@lxq/schema/limits.ts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recording, RecordingFault, Voice } from '../../../device/recording.ts';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { lasting } from '../../../ui/sizes.ts';

const MOST = LIMITS.attachment.VOICE.seconds;

type State =
  | { name: 'ready' }
  | { name: 'starting' }
  | { name: 'running'; recording: Recording; seconds: number }
  | { name: 'recorded'; voice: Voice; url: string }
  | { name: 'failed'; fault: RecordingFault };

/** One large button: press to speak, press again to stop. Then it is played back, taken, or recorded anew. */
export function Recorder({ onRecorded, onClose }: { onRecorded: (voice: Voice) => void; onClose: () => void }) {
  const { t } = useTranslation('officer');
  const [state, setState] = useState<State>({ name: 'ready' });
  const running = useRef<Recording | null>(null);
  const heard = useRef<Voice | null>(null);
  const isGone = useRef(false);
  const latest = useRef(onRecorded);
  latest.current = onRecorded;
  // Somebody who goes on has stopped speaking to us; what was said goes along, and can be taken out again.
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      running.current?.stop();
      if (heard.current) latest.current(heard.current);
    };
  }, []);
  useEffect(() => {
    if (state.name === 'recorded') return () => URL.revokeObjectURL(state.url);
    if (state.name !== 'running') return;
    const timer = setInterval(
      () => setState((now) => (now.name === 'running' ? { ...now, seconds: now.seconds + 1 } : now)),
      1_000,
    );
    return () => clearInterval(timer);
  }, [state.name, state]);

  async function begin() {
    setState({ name: 'starting' });
    const fail = (error: unknown) =>
      setState({ name: 'failed', fault: (error as { fault?: RecordingFault }).fault ?? 'NONE' });
    try {
      const { record } = await import('../../../device/recording.ts');
      const recording = await record();
      running.current = recording;
      setState({ name: 'running', recording, seconds: 0 });
      const voice = await recording.done;
      running.current = null;
      if (isGone.current) return latest.current(voice);
      heard.current = voice;
      setState({ name: 'recorded', voice, url: URL.createObjectURL(voice.blob) });
    } catch (error) {
      fail(error);
    }
  }

  return (
    <div className="as-stack recorder">
      {state.name === 'failed' && (
        <p className="attachments-warning" role="alert">
          {t(`attach.recording.${state.fault}`)}
        </p>
      )}
      {state.name === 'running' ? (
        <button type="button" className="recorder-button is-running" onClick={() => state.recording.stop()}>
          <span>{t('attach.recording.stop')}</span>
          <span role="timer">
            {t('attach.recording.running', { now: lasting(state.seconds), most: lasting(MOST) })}
          </span>
        </button>
      ) : (
        state.name !== 'recorded' && (
          <button
            type="button"
            className="recorder-button"
            disabled={state.name === 'starting'}
            onClick={() => void begin()}
          >
            <span>{t('attach.recording.start')}</span>
            <span>{t('attach.recording.most', { most: lasting(MOST) })}</span>
          </button>
        )
      )}
      {state.name === 'recorded' && (
        // biome-ignore lint/a11y/useMediaCaption: somebody's own voice, just now
        <audio controls src={state.url} />
      )}
      <div className="as-row card-deeds">
        {state.name === 'recorded' && (
          <>
            <PlainButton kind="primary" onClick={onClose}>
              {t('attach.recording.take')}
            </PlainButton>
            <PlainButton
              onClick={() => {
                heard.current = null;
                setState({ name: 'ready' });
              }}
            >
              {t('attach.recording.anew')}
            </PlainButton>
          </>
        )}
        {state.name !== 'recorded' && <PlainButton onClick={onClose}>{t('attach.recording.close')}</PlainButton>}
      </div>
    </div>
  );
}
