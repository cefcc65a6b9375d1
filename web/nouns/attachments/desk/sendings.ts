import type { AttachmentKind, AttachmentSubject } from '@lxq/schema/attachments/attachment-words.ts';
import { v7 as uuidv7 } from 'uuid';
import type { AttachmentDraft } from '../../../contract.generated.ts';
import type { Prepared } from '../../../device/parts.ts';
import { type FileFault, faultIn, kindOf, prepare } from '../../../device/prepare.ts';
import { sha256Of } from '../../../device/sha256.ts';
import type { Upload } from '../../../device/upload.ts';
import { type Failure, failureOf } from '../../../ui/failure.ts';

export interface Thing {
  subject: AttachmentSubject;
  id: string;
}
/** A file on its way from a desk to a thing. */
export interface Sending {
  /** The attachment's, as of everything that a device promises: sent once more it is the same. */
  clientId: string;
  file: File;
  kind: AttachmentKind;
  state: 'WAITING' | 'PREPARING' | 'SENDING' | 'FAILED';
  /** Per cent. */
  sent: number;
  /** Why it cannot go as it is, or did not. */
  fault?: FileFault | undefined;
  failure?: Failure | undefined;
}
export interface Wire {
  /** Promises it; answers with all that the thing then has. */
  attach(thing: Thing, draft: AttachmentDraft): Promise<readonly { id: string; clientId: string; state: string }[]>;
  upload: Upload;
  prepare?: (file: File, kind: AttachmentKind) => Promise<Prepared>;
}

const keyOf = ({ subject, id }: Thing) => `${subject}:${id}`;
const NONE: readonly Sending[] = [];

/**
 * What this page sends of what was chosen, one after the other: it goes on while somebody looks at something else, and what failed stands there with its file until it is
 * tried again or given up. Nothing is kept beyond the page: whoever closes it chooses anew.
 */
export function makeSendings(wire: Wire) {
  const all = new Map<string, readonly Sending[]>();
  const hearers = new Set<() => void>();
  const urls = new Map<string, string>();
  let line: Promise<unknown> = Promise.resolve();

  const of = (thing: Thing) => all.get(keyOf(thing)) ?? NONE;
  function put(thing: Thing, sendings: readonly Sending[]) {
    all.set(keyOf(thing), sendings);
    for (const hear of hearers) hear();
  }
  const change = (thing: Thing, clientId: string, to: Partial<Sending>) =>
    put(
      thing,
      of(thing).map((one) => (one.clientId === clientId ? { ...one, ...to } : one)),
    );
  const drop = (thing: Thing, clientId: string) =>
    put(
      thing,
      of(thing).filter((one) => one.clientId !== clientId),
    );

  async function send(thing: Thing, { clientId, file, kind }: Sending) {
    // Given up while it waited.
    if (!of(thing).some((one) => one.clientId === clientId)) return;
    try {
      change(thing, clientId, { state: 'PREPARING' });
      const { blob, name = null } = await (wire.prepare ?? prepare)(file, kind);
      const bytes = await blob.arrayBuffer();
      const draft = { clientId, kind, sha256: await sha256Of(bytes), size: bytes.byteLength, name };
      change(thing, clientId, { state: 'SENDING', sent: 0 });
      const attached = await wire.attach(thing, draft);
      const own = attached.find((one) => one.clientId === clientId);
      if (own?.state === 'AWAITED')
        await wire.upload(
          { attachmentId: own.id, bytes, url: urls.get(clientId) ?? null },
          {
            url: async (url) => urls.set(clientId, url),
            sent: async (sent) => change(thing, clientId, { sent: Math.floor((100 * sent) / bytes.byteLength) }),
          },
        );
      drop(thing, clientId);
    } catch (error) {
      const fault = faultIn(error);
      change(thing, clientId, { state: 'FAILED', fault, failure: fault ? undefined : failureOf(error) });
    }
  }
  function enqueue(thing: Thing, sending: Sending) {
    line = line.then(() => send(thing, sending));
  }

  return {
    of,
    choose(thing: Thing, files: Iterable<File>) {
      const chosen = [...files].map(
        (file): Sending => ({ clientId: uuidv7(), file, kind: kindOf(file), state: 'WAITING', sent: 0 }),
      );
      put(thing, [...of(thing), ...chosen]);
      for (const one of chosen) enqueue(thing, one);
    },
    retry(thing: Thing, sending: Sending) {
      change(thing, sending.clientId, { state: 'WAITING', fault: undefined, failure: undefined });
      enqueue(thing, sending);
    },
    giveUp: drop,
    watch(hear: () => void) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    /** Another person's files are nobody's here. */
    forget() {
      all.clear();
      urls.clear();
      for (const hear of hearers) hear();
    },
    /** Whether anything would be lost with the page; what can never go is not. */
    isAny: () => [...all.values()].some((sendings) => sendings.some(({ fault }) => !fault)),
    settled: () => line,
  };
}
