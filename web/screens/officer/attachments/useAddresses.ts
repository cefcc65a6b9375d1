import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import type { Attached, Draft } from '../../../device/draft.ts';
import { localDb } from '../../../device/local-db.ts';
import { blobOf } from '../../../device/parts.ts';
import type { Viewed } from '../../../nouns/attachments/Viewer.tsx';
import { OneReportDocument } from '../../../nouns/reports/phone/mine.generated.ts';

/** Where one of them is seen or heard, as long as it is drawn. */
export interface Addressed extends Viewed {
  small: string | null;
}

/** Of a draft's photos and voice notes: what stands on the phone under addresses of this page, what came with the report being mended under its links. */
export function useAddresses(draft: Draft, attached: readonly Attached[]) {
  const own = useOwn(attached, draft.personId);
  const { data, refetch } = useQuery(OneReportDocument, {
    variables: { id: draft.mends?.reportId ?? '' },
    skip: !draft.mends || attached.every(({ isStored }) => !isStored),
  });
  const stored = data?.report.attachments;
  return {
    anew: async () => draft.mends && refetch(),
    addressOf({ clientId: id }: Attached): Addressed {
      const here = own.get(id);
      if (here) return { id, url: here, small: here };
      const there = stored?.find((one) => one.clientId === id);
      const { url = null, thumbnailUrl = url, width, height } = there ?? {};
      return { id, url, small: thumbnailUrl, width, height };
    },
  };
}

/** Bytes never change under an id: each is read once, and let go of with the page or its row. */
function useOwn(attached: readonly Attached[], personId: string): ReadonlyMap<string, string> {
  const [addresses, setAddresses] = useState<ReadonlyMap<string, string>>(new Map());
  const made = useRef(new Map<string, string>());
  const ids = attached.filter(({ isStored, kind }) => !isStored && kind !== 'FILE').map(({ clientId }) => clientId);
  const wanted = ids.join();
  useEffect(() => {
    let isOver = false;
    const tell = () => setAddresses(new Map(made.current));
    const read = async (id: string) => {
      const blob = await blobOf(localDb, id, { personId }).catch(() => undefined);
      if (!blob || isOver) return;
      made.current.set(id, URL.createObjectURL(blob));
      tell();
    };
    const now = wanted.split(',').filter(Boolean);
    for (const id of made.current.keys()) if (!now.includes(id)) letGo(made.current, id);
    tell();
    for (const id of now) if (!made.current.has(id)) void read(id);
    return () => {
      isOver = true;
    };
  }, [wanted, personId]);
  useEffect(() => {
    const all = made.current;
    return () => {
      for (const id of all.keys()) letGo(all, id);
    };
  }, []);
  return addresses;
}

function letGo(made: Map<string, string>, id: string) {
  URL.revokeObjectURL(made.get(id) ?? '');
  made.delete(id);
}
