import { hash } from 'node:crypto';
import { LIMITS } from '@lxq/schema/limits.ts';
import { busy, notFound } from '../../platform/contract/errors.ts';
import { Turns } from '../../platform/gate/turns.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Attachment } from '../attachment.entity.ts';
import { type Held, held, holderOf } from '../attachment.holders.ts';
import { hear } from '../attachment.service.ts';
import { ATTACHMENT_WORDS } from '../attachment.words.ts';
import { examine, sha256Of } from '../looking/examine.ts';
import { Refused, type Taken } from '../looking/examined.ts';
import type { Scan } from '../looking/scanner.ts';
import { type AttachmentStore, keyOf } from './attachment-store.ts';

/** Two are looked at at once a process, one a person, so that memory stays flat; who waits in vain comes back, and the bytes stay. */
const ROOM = { inAll: 2, perLine: 1, waiting: LIMITS.attachment.open, waitMs: 20_000, placeMs: 120_000 };
const RETRY_AFTER = 5;
/** A scanner that is away comes back in minutes. */
const SCAN_AGAIN_AFTER = 60;

/** Other bytes than were promised: they changed on the way, or on the device, and are sent anew. */
export class OtherBytes extends Error {}

type Verdict = Pick<Attachment, 'state'> & Partial<Attachment>;

/** What has come whole is looked at, kept or not, and its row says so, before anybody is answered. */
export class Settling {
  private readonly turns = new Turns(ROOM);
  private readonly store: AttachmentStore;
  private readonly scan: Scan | undefined;
  /** By attachment: whoever asks meanwhile waits for the same. */
  private readonly running = new Map<string, Promise<void>>();
  /** Without a scanner what was looked at is kept unscanned. */
  constructor(store: AttachmentStore, scan?: Scan) {
    this.store = store;
    this.scan = scan;
  }

  /** Throws OtherBytes where it is not what was promised. `inScope` gives a transaction under today's rights. */
  settle(attachment: Attachment, path: string, inScope: InScope): Promise<void> {
    const running = this.running.get(attachment.id);
    if (running) return running;
    const work = this.turns
      .take(
        attachment.authorId,
        () => this.decide(attachment, path, inScope),
        () => {
          throw busy(...ATTACHMENT_WORDS.busy, RETRY_AFTER);
        },
      )
      .finally(() => this.running.delete(attachment.id));
    this.running.set(attachment.id, work);
    return work;
  }

  private async decide(attachment: Attachment, path: string, inScope: InScope): Promise<void> {
    if ((await sha256Of(path)) !== attachment.sha256) throw new OtherBytes();
    const verdict = await this.judge(attachment, path);
    await inScope((desk) => write(desk, attachment, verdict));
  }

  /** What a county's scanner has not called harmless is not looked at, and never kept: while it is away the bytes stay where they came, and are asked about again. */
  private async judge(attachment: Attachment, path: string): Promise<Verdict> {
    const isHarmless = await this.scan?.(path).catch(() => {
      throw busy(...ATTACHMENT_WORDS.unscanned, SCAN_AGAIN_AFTER);
    });
    return isHarmless === false ? { state: 'REFUSED', refusedFor: 'HARMFUL' } : this.look(attachment, path);
  }
  private async look(attachment: Attachment, path: string): Promise<Verdict> {
    let taken: Taken;
    try {
      taken = await examine(attachment.kind, path);
    } catch (error) {
      // Our own disk failed, which says nothing of the file.
      if ((error as NodeJS.ErrnoException).syscall) throw error;
      // Whatever else our looking stumbles over, it would stumble over for ever.
      return { state: 'REFUSED', refusedFor: error instanceof Refused ? error.refusal : 'BROKEN' };
    }
    return this.keep(attachment, taken);
  }
  private async keep(attachment: Attachment, { bytes, thumbnail, ...told }: Taken): Promise<Verdict> {
    const kept = {
      countyCode: attachment.countyCode,
      subjectId: attachment.subjectId,
      storedSha256: hash('sha256', bytes),
    };
    await this.store.put(keyOf(kept), bytes);
    if (thumbnail) await this.store.put(keyOf(kept, 'thumbnail'), thumbnail);
    return { state: 'ARRIVED', storedSha256: kept.storedSha256, storedSize: bytes.length, ...told };
  }
}

export type InScope = <T>(work: (desk: Scope) => Promise<T>) => Promise<T>;

/** On the row, in the counts of its thing, and to whoever sees it. Decided once: of two at once the second changes nothing. */
async function write(desk: Scope, { id, subject, subjectId }: Attachment, verdict: Verdict): Promise<void> {
  const found: Held = await held(desk, subject, subjectId);
  const { scope, matter } = found;
  const { state, refusedFor, storedSha256, storedSize, mediaType, width, height } = verdict;
  const decided = await scope.row(
    `update attachment set state = $3, refused_for = $4, stored_sha256 = $5, stored_size = $6, media_type = $7, width = $8, height = $9, arrived_at = $10
     where county_code = $1 and id = $2 and state = 'AWAITED' and withdrawn_at is null returning id`,
    [
      ...[scope.county, id, state, refusedFor ?? null, storedSha256 ?? null, storedSize ?? null],
      ...[mediaType ?? null, width ?? null, height ?? null, scope.now],
    ],
  );
  if (!decided) {
    const row = await scope.row<Attachment>('select state from attachment where county_code = $1 and id = $2', [
      ...[scope.county, id],
    ]);
    if (!row || row.state === 'AWAITED') throw notFound(...ATTACHMENT_WORDS.attachment); // taken back meanwhile
    return;
  }
  await holderOf(subject).count?.(scope, matter.id);
  await hear(found, subject, state === 'ARRIVED' ? 'ATTACHMENT_ARRIVED' : 'ATTACHMENT_REFUSED');
}
