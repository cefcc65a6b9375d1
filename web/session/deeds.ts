import { forgetAnswersBut } from '../device/answers-kept.ts';
import { acceptLanguage } from '../i18n/language.ts';
import { failureOf } from '../ui/failure.ts';
import { forgetDesksOfOthers, forgetTypedOf } from '../ui/kept-text.ts';
import { askOver } from './ask.ts';
import { expireSession, forgetScreens, forgetViewer, rememberedViewer, session$ } from './session-store.ts';
import { tellOtherTabs } from './tabs.ts';
import {
  ArrivalDocument,
  ChoosePostDocument,
  CursorDocument,
  SignInDocument,
  SignOutDocument,
  SignOutEverywhereDocument,
  type ViewerFragment,
} from './viewer.generated.ts';

const ask = askOver((...request) => fetch(...request), acceptLanguage);

let arriving: Promise<void> | undefined;

/** Asks the server who we are; a second call while the first is under way is the same question. */
export function arrive(): Promise<void> {
  arriving ??= askWhoWeAre().finally(() => {
    arriving = undefined;
  });
  return arriving;
}

/** Without a network an officer goes on under the remembered name. */
async function askWhoWeAre() {
  try {
    // The event log's place comes in the same answer, and so before any list is asked for: no change falls between the two.
    const { viewer, cursor } = await ask(ArrivalDocument, {});
    if (viewer) session$.set({ status: 'signedIn', viewer, cursor, isRemembered: false });
    else stayOutside();
  } catch (error) {
    if (failureOf(error).code === 'UNAUTHENTICATED') return stayOutside();
    if (session$.get().status === 'signedIn') return;
    const viewer = rememberedViewer();
    session$.set(viewer ? { status: 'signedIn', viewer, cursor: null, isRemembered: true } : { status: 'unreachable' });
  }
}

function stayOutside() {
  const now = session$.get();
  if (now.status === 'signedIn') return expireSession();
  session$.set({
    status: 'signedOut',
    expired: now.status === 'signedOut' ? now.expired : rememberedViewer() !== null,
  });
}

export async function signIn(account: string, password: string) {
  const { signIn: entered } = await ask(SignInDocument, { account, password });
  await enter(entered.viewer);
}

export async function choosePost(post: string) {
  const { choosePost: viewer } = await inside(() => ask(ChoosePostDocument, { post }));
  await enter(viewer);
}

export async function signOut(everywhere = false, keepsTyped = false) {
  const leaving = session$.get();
  await inside<unknown>(() => (everywhere ? ask(SignOutEverywhereDocument, {}) : ask(SignOutDocument, {})));
  forgetViewer();
  session$.set({ status: 'signedOut', expired: false });
  if (leaving.status === 'signedIn' && !keepsTyped) forgetTypedOf(leaving.viewer.person.id);
  await forgetAnswersBut(null).catch(() => undefined);
  await forgetScreens();
  tellOtherTabs();
}

/** Nothing of another person's or post's screens may stay. The event log's place is asked before any list is. */
async function enter(viewer: ViewerFragment) {
  forgetDesksOfOthers(viewer.person.id);
  await forgetAnswersBut(viewer.person.id).catch(() => undefined);
  await forgetScreens();
  const cursor = await ask(CursorDocument, {}).then(
    (answer) => answer.cursor,
    () => null,
  );
  session$.set({ status: 'signedIn', viewer, cursor, isRemembered: false });
  tellOtherTabs();
}

async function inside<Data>(deed: () => Promise<Data>): Promise<Data> {
  try {
    return await deed();
  } catch (error) {
    if (failureOf(error).code === 'UNAUTHENTICATED') expireSession();
    throw error;
  }
}
