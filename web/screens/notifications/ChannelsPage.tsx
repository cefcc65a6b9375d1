import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { ChannelForm } from './ChannelForm.tsx';
import { ChannelList } from './ChannelList.tsx';
import { ChannelsDocument, type OwnChannelsFragment } from './channels.generated.ts';
import { PushSwitch } from './PushSwitch.tsx';
import { QuietForm } from './QuietForm.tsx';
import { useChannels } from './useChannels.ts';
import './notifications.css';

/** By which ways the viewer is reached outside the app, and what leaves the house by them. */
export function ChannelsPage() {
  const { t } = useTranslation('notifications');
  useTabTitle(t('channels.title'));
  const asked = useQuery(ChannelsDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <section className="told">
      <header className="as-ends told-head">
        <h1>{t('channels.title')}</h1>
        <Link to="/notifications" className="told-link">
          {t('back')}
        </Link>
      </header>
      <p className="told-leaves">{t('channels.leaves')}</p>
      <Loaded data={asked.data?.channels} asked={asked}>
        {(own) => <Settings own={own} />}
      </Loaded>
    </section>
  );
}

function Settings({ own }: { own: OwnChannelsFragment }) {
  const channels = useChannels();
  const { said } = channels;
  const { kinds, pushKey } = own;
  const robots = kinds.filter((kind) => kind !== 'WEB_PUSH');
  return (
    <>
      <p className="told-said" role="status">
        {said}
      </p>
      <ChannelList own={own} channels={channels} />
      {robots.length > 0 && <ChannelForm own={own} kinds={robots} channels={channels} />}
      {pushKey && kinds.includes('WEB_PUSH') && <PushSwitch pushKey={pushKey} channels={channels} />}
      {own.channels.some(({ isOfUnit }) => !isOfUnit) && (
        <QuietForm key={`${own.quiet?.from}${own.quiet?.to}`} quiet={own.quiet} channels={channels} />
      )}
    </>
  );
}
