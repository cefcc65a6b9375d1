import type { FastifyInstance } from 'fastify';
import { type Answered, answerBytes } from '../../attachments/bytes/attachment-answer.ts';
import { type AttachmentStore, keyOf } from '../../attachments/bytes/attachment-store.ts';
import { notFound } from '../../platform/contract/errors.ts';
import { paced } from '../../platform/gate/paced.ts';
import { refuseRequest } from '../../platform/http/bodies.ts';
import { type FileParts, refuseFile, within } from '../../platform/http/files.ts';
import { scopeOf } from '../../platform/http/server.ts';
import { granted } from '../../platform/scope/granted.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import { DIGEST_WORDS } from '../digest.words.ts';
import { type KeptPicture, keptPictures } from './digest-picture.read.ts';

interface Route {
  Params: { digest: string; picture: string };
  Querystring: { size?: string };
}

/** GET /files/digests/:digest/pictures/:picture: a picture of an issue, to whoever may see the issue, whatever has become of the report since. */
export function registerDigestPictures(app: FastifyInstance, parts: FileParts, store: AttachmentStore): void {
  const options = { onRequest: paced(parts), errorHandler: refuseRequest };
  app.get<Route>('/files/digests/:digest/pictures/:picture', options, async (request, reply) => {
    try {
      const scope = await scopeOf(parts, request, reply);
      scope.rights; // whoever is not signed in is told so, before anything is looked at
      const { digest, picture } = request.params;
      const kept = await within(scope, () => find(scope, digest, picture));
      const answered = await answerBytes(answerOf(store, kept, request.query.size === 'thumbnail'), request, reply);
      if (!answered) throw absent();
      return answered;
    } catch (error) {
      return refuseFile(reply, error, parts);
    }
  });
}

const absent = () => notFound(...DIGEST_WORDS.noPicture);

async function find(scope: Scope, digest: string, picture: string): Promise<KeptPicture> {
  if (!isUuid(digest) || !isUuid(picture)) throw absent();
  const [kept] = (await granted(() => keptPictures(scope, digest, [picture]))) ?? [];
  if (!kept) throw absent();
  return kept;
}

function answerOf(store: AttachmentStore, kept: KeptPicture, isSmall: boolean): Answered {
  const [ending, mediaType] = isSmall ? (['webp', 'image/webp'] as const) : (['jpg', 'image/jpeg'] as const);
  return {
    ...{ hash: `${kept.storedSha256}-${ending}`, name: `照片.${ending}`, mediaType },
    bytes: () => store.open(keyOf(kept, isSmall ? 'thumbnail' : 'full')),
  };
}
