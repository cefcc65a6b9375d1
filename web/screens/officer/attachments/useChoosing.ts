import { mostOf } from '@lxq/schema/attachments/attachment-draft.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Attached } from '../../../device/draft.ts';
import type { Prepared } from '../../../device/parts.ts';
import { type FileFault, faultIn, kindOf, prepare } from '../../../device/prepare.ts';
import { askToLast, isFull, type Room, roomLeft } from '../../../device/room.ts';

export type ChoosingFault = FileFault | 'MANY' | 'PHONE_FULL' | 'NOT_KEPT';
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
          kind: kindOf(file, kind),
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
  await holder.add(await prepare(file, kind, seconds));
  return null;
}

const faultOf = (error: unknown): ChoosingFault => faultIn(error) ?? (isFull(error) ? 'PHONE_FULL' : 'NOT_KEPT');
