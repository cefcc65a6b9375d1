import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EndSessionDocument, type OwnSessionFragment, SessionsDocument } from '../session/devices.generated.ts';
import { useFailureWords } from '../ui/failure-words.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { PlainButton } from '../ui/PlainButton.tsx';
import { Dialog, Toast } from '../ui/phone/dialogs.ts';
import { shanghaiTime } from '../ui/time.ts';

/** Where one is signed in; asked for when somebody looks, and never kept on the phone. */
export function PhoneDevices() {
  const { t } = useTranslation('session');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="as-words" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('devices.title')}
      </button>
      {isOpen && <Devices />}
    </>
  );
}

function Devices() {
  const { data, error, refetch } = useQuery(SessionsDocument, { fetchPolicy: 'network-only' });
  return (
    <Loaded data={data?.sessions} asked={{ error, refetch }}>
      {(sessions) => (
        <ul className="as-list phone-devices">
          {sessions.map((session) => (
            <Device key={session.id} session={session} onEnded={refetch} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function Device({ session, onEnded }: { session: OwnSessionFragment; onEnded: () => Promise<unknown> }) {
  const { t } = useTranslation('session');
  const wordsOf = useFailureWords();
  const [endSession, { loading }] = useMutation(EndSessionDocument, { variables: { id: session.id } });
  const { device, since, seenAt, isThis } = session;

  async function end() {
    if (!(await Dialog.confirm({ title: t('devices.ask', { device }), content: t('devices.askHint') }))) return;
    try {
      await endSession();
      Toast.show(t('devices.ended', { device }));
      await onEnded();
    } catch (error) {
      Toast.show({ content: wordsOf(error).line, duration: 4_000 });
    }
  }
  return (
    <li>
      <p>
        <strong>{device}</strong>
        {isThis && <span className="phone-this"> {t('devices.this')}</span>}
      </p>
      <p className="phone-device-times">
        {t('devices.since', { time: shanghaiTime(Date.parse(since)) })}
        <br />
        {t('devices.seen', { time: shanghaiTime(Date.parse(seenAt)) })}
      </p>
      {!isThis && (
        <PlainButton disabled={loading} onClick={() => void end()}>
          {t('devices.end')}
        </PlainButton>
      )}
    </li>
  );
}
