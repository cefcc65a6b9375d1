import { uploadOver } from '../../../device/upload.ts';
import { acceptLanguage } from '../../../i18n/language.ts';
import { client } from '../../../live/apollo.ts';
import { whenLeaving } from '../../../session/session-store.ts';
import { AttachDocument } from '../attachment.generated.ts';
import { makeSendings } from './sendings.ts';

/** This page's. */
export const sendings = makeSendings({
  attach: async (thing, draft) => {
    const variables = { subject: thing.subject, subjectId: thing.id, attachments: [draft] };
    const { data } = await client.mutate({ mutation: AttachDocument, variables });
    return data?.attach ?? [];
  },
  upload: uploadOver({ language: acceptLanguage }),
});
whenLeaving(sendings.forget);

addEventListener('beforeunload', (event) => sendings.isAny() && event.preventDefault());
