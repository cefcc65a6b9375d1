import { client } from '../apollo.ts';
import { failureOf } from '../failure.ts';
import { CursorDocument } from '../live/changes.generated.ts';
import { stream } from '../live/live.ts';
import { forgetViewer, rememberedViewer, session$ } from './session.ts';
import { tellOtherTabs } from './tabs.ts';
import {
  ChoosePostDocument,
  SignInDocument,
  SignOutDocument,
  SignOutEverywhereDocument,
  ViewerDocument,
  type ViewerFragment,
} from './viewer.generated.ts';

/** Asks the server who we are. Without a network an officer goes on under the remembered name. */
export async function arrive() {
  try {
    const { data } = await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' });
    const viewer = data?.viewer;
    if (viewer) return await enter(viewer);
    const expired = session$.get().status === 'signedIn' || rememberedViewer() !== null;
    forgetViewer();
    session$.set({ status: 'signedOut', expired });
  } catch (error) {
    if (failureOf(error).code === 'UNAUTHENTICATED') return session$.set({ status: 'signedOut', expired: false });
    if (session$.get().status === 'signedIn') return;
    const viewer = rememberedViewer();
    session$.set(viewer ? { status: 'signedIn', viewer, isRemembered: true } : { status: 'unreachable' });
  }
}

export async function signIn(account: string, password: string) {
  const { data } = await client.mutate({ mutation: SignInDocument, variables: { account, password } });
  if (!data) throw new Error('signIn');
  await leaveScreens();
  await enter(data.signIn.viewer);
  tellOtherTabs();
}

export async function choosePost(post: string) {
  const { data } = await client.mutate({ mutation: ChoosePostDocument, variables: { post } });
  if (!data) throw new Error('choosePost');
  await leaveScreens();
  await enter(data.choosePost);
  tellOtherTabs();
}

export async function signOut(everywhere = false) {
  await client.mutate({ mutation: everywhere ? SignOutEverywhereDocument : SignOutDocument });
  forgetViewer();
  session$.set({ status: 'signedOut', expired: false });
  await leaveScreens();
  tellOtherTabs();
}

/** The event log's place is asked before any list is, so that no change falls between the two. */
async function enter(viewer: ViewerFragment) {
  const cursor = await client
    .query({ query: CursorDocument, fetchPolicy: 'no-cache' })
    .then(({ data }) => data?.cursor ?? null)
    .catch(() => null);
  stream.startFrom(cursor);
  session$.set({ status: 'signedIn', viewer, isRemembered: false });
}

async function leaveScreens() {
  stream.stop();
  await client.clearStore();
}
