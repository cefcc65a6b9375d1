import { arrive } from '../session/deeds.ts';
import { session$ } from '../session/session-store.ts';
import { lookAs } from '../ui/look.ts';
import { foresee, foreseenFrame } from './foresight.ts';

// The first to run, and small: on a slow line the server is asked who we are, and the screens of whoever was here last
// are fetched, while the app itself is still on its way.
lookAs(foreseenFrame());
void arrive().then(() => foresee(session$.get()));
void foresee(session$.get());
void import('./app.tsx');
