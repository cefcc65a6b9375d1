import { mostOf } from '@lxq/schema/attachments/attachment-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Attached } from '../../../device/draft.ts';
import type { Prepared } from '../../../device/parts.ts';
import { askToLast, isFull, type Room, roomLeft } from '../../../device/room.ts';

export type ChoosingFault = 'HEIC' | 'NO_PHOTO' | 'LARGE' | 'FILE_LARGE' | 'EMPTY' | 'MANY' | 'PHONE_FULL' | 'NOT_KEPT';
/** What was chosen and does not stand on the phone: being made small, or why it could not be taken. */
export interface Choice {
  id: string;
  file: File;
  kind: Attached['kind'];
  seconds: number | null;
  fault: ChoosingFault | null;
}

export interface Choosing {
  choices: readonly Choice[];
  room: Room;
  choose(files: Iterable<File>, kind: Attached['kind'], seconds?: number): void;
  retry(id: string): void;
  dismiss(id: string): void;
}

const UNKNOWN: Room = { isLasting: null, isNearlyFull: false };
/** The phone may hold them a while longer where only room was missing. */
export const mayGoBetter = (fault: ChoosingFault) => fault === 'PHONE_FULL' || fault === 'NOT_KEPT';

/** Where chosen things go: a draft, or a report that waits. */
export interface AttachmentHolder {
  attached(): readonly Attached[];
  add(prepared: Prepared): Promise<void>;
}

/** Takes what is chosen one after the other, so that a small phone has one photo in memory; each is in the draft once the phone has it. */
export function useChoosing(holder: AttachmentHolder): Choosing {
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [room, setRoom] = useState(UNKNOWN);
  const latest = useRef(holder);
  latest.current = holder;
  const line = useRef<Promise<void>>(Promise.resolve());
  const look = useCallback(() => void roomLeft().then(setRoom, () => undefined), []);
  useEffect(look, [look]);

  const settle = useCallback(
    (id: string, fault: ChoosingFault | null) =>
      setChoices((all) =>
        fault === null
          ? all.filter((one) => one.id !== id)
          : all.map((one) => (one.id === id ? { ...one, fault } : one)),
      ),
    [],
  );
  const take = useCallback(
    (choice: Choice) => {
      line.current = line.current.then(async () => {
        const fault = await taken(choice, latest.current).catch(faultOf);
        settle(choice.id, fault);
        if (fault === null) await askToLast();
        look();
      });
    },
    [settle, look],
  );

  return {
    choices,
    room,
    choose(files, kind, seconds) {
      const chosen = [...files].map(
        (file): Choice => ({
          ...{ id: uuidv7(), file, seconds: seconds ?? null, fault: null },
          // A picture among the documents is made small like any other, and leaves behind where it was taken.
          kind: kind === 'FILE' && file.type.startsWith('image/') ? 'PHOTO' : kind,
        }),
      );
      setChoices((all) => [...all, ...chosen]);
      for (const choice of chosen) take(choice);
    },
    retry(id) {
      const choice = choices.find((one) => one.id === id);
      if (!choice) return;
      setChoices((all) => all.map((one) => (one.id === id ? { ...one, fault: null } : one)));
      take(choice);
    },
    dismiss: (id) => settle(id, null),
  };
}

async function taken({ file, kind, seconds }: Choice, holder: AttachmentHolder): Promise<ChoosingFault | null> {
  if (holder.attached().filter((one) => one.kind === kind).length >= mostOf('REPORT', kind)) return 'MANY';
  if (file.size === 0) return 'EMPTY';
  if (kind !== 'PHOTO' && file.size > LIMITS.attachment[kind].bytes) return 'FILE_LARGE';
  const blob = kind === 'PHOTO' ? await (await import('../../../device/compress.ts')).compressed(file) : file;
  await holder.add({ kind, blob, seconds, name: kind === 'FILE' ? shortName(file.name) : null });
  return null;
}

function faultOf(error: unknown): ChoosingFault {
  const { fault } = error as { fault?: 'HEIC' | 'NO_PHOTO' | 'LARGE' };
  if (fault) return fault;
  return isFull(error) ? 'PHONE_FULL' : 'NOT_KEPT';
}

/** Its ending says what it is. */
function shortName(name: string): string {
  const { name: most } = LIMITS.attachment.FILE;
  const whole = name.trim() || '文件';
  if (whole.length <= most) return whole;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(whole)?.[0] ?? '';
  return whole.slice(0, most - ending.length) + ending;
}
