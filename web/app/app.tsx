import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { startI18n } from '../i18n/i18n.ts';
import words from '../i18n/words.zh.ts';
import { arrive } from '../session/deeds.ts';
import { firstPlace } from '../session/first-place.ts';
import sessionWords from '../session/session.zh.ts';
import { session$ } from '../session/session-store.ts';
import { followOtherTabs } from '../session/tabs.ts';
import { Loading } from '../ui/Loading.tsx';
import uiWords from '../ui/ui.zh.ts';
import { Addressed, prepare } from './routes.tsx';
import '../ui/theme.css';
import '../ui/shapes.css';

/** After this the app draws what it has, and says if the server cannot be reached. */
const PATIENCE_MS = 3_000;

followOtherTabs(() => location.assign('/'));

const root = document.getElementById('root');
if (root) void begin(root);

/** The first screen is drawn once, when everything of it is there: a frame and a skeleton before it cost a phone half a second. */
async function begin(place: HTMLElement) {
  await startI18n({ session: sessionWords, ui: uiWords, words });
  await Promise.race([findFirstScreen(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  createRoot(place).render(
    <StrictMode>
      <Suspense fallback={<Loading />}>
        {/* A query answered while a transition is being drawn draws the old address first, and asks anew for the next: a storm. */}
        <BrowserRouter useTransitions={false}>
          <Addressed />
        </BrowserRouter>
      </Suspense>
    </StrictMode>,
  );
}

async function findFirstScreen() {
  if (session$.get().status === 'arriving') await arrive();
  const session = session$.get();
  const place = firstPlace(session);
  if (location.pathname === '/' && place) history.replaceState(history.state, '', place);
  if (session.status === 'signedIn') await prepare(location.pathname.split('/')[1]).catch(() => undefined);
}
