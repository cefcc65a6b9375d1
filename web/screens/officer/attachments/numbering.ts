import type { Attached } from '../../../device/draft.ts';

/** Which of the photos one is; a single photo needs no number. */
export function numbering(attached: readonly Attached[]) {
  const photos = attached.filter(({ kind }) => kind === 'PHOTO').map(({ clientId }) => clientId);
  return ({ clientId }: Attached): number | undefined =>
    photos.length > 1 && photos.includes(clientId) ? photos.indexOf(clientId) + 1 : undefined;
}
