import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type Author, type Draft, isBegun, newDraft } from '../../device/draft.ts';
import { localDb } from '../../device/local-db.ts';
import { useViewer } from '../../session/session.ts';
import type { ViewerFragment } from '../../session/viewer.generated.ts';
import { Loading } from '../../ui/Loading.tsx';
import { NotFound } from '../../ui/NotFound.tsx';
import { latestWritten, takeFound } from './latest-draft.ts';
import { ReportForm } from './ReportForm.tsx';

/** The form with the draft last worked on, or an empty one. */
export function NewReport() {
  const viewer = useViewer();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened | null>(() => {
    const found = takeFound(authorOf(viewer));
    return found ? openedWith(found.draft, viewer) : null;
  });
  const latestViewer = useRef(viewer);
  latestViewer.current = viewer;
  const { personId, postId } = authorOf(viewer);
  const wasFound = useRef(opened !== null);
  const [openings, setOpenings] = useState(0);
  // Once for each person, post and opening: the same viewer told anew must not take the page from under the writer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further opening looks again
  useEffect(() => {
    if (wasFound.current) {
      wasFound.current = false;
      return;
    }
    let isCurrent = true;
    void latestWritten({ personId, postId }).then((found) => {
      if (isCurrent) setOpened(openedWith(found, latestViewer.current));
    });
    return () => {
      isCurrent = false;
    };
  }, [personId, postId, openings]);
  const startAnother = () => {
    navigate('/officer', { replace: true });
    setOpened(openedWith(undefined, viewer));
  };
  if (!opened) return <Loading />;
  return (
    <ReportForm
      key={`${opened.draft.clientId} ${opened.at}`}
      initial={opened.draft}
      onAnother={opened.isRestored ? startAnother : null}
      onReopen={() => setOpenings(openings + 1)}
    />
  );
}

interface Opened {
  draft: Draft;
  isRestored: boolean;
  /** The same draft read anew is another opening. */
  at: number;
}
const openedWith = (found: Draft | undefined, viewer: ViewerFragment): Opened => ({
  draft: found ?? emptyDraft(viewer),
  isRestored: found !== undefined && isBegun(found),
  at: Date.now(),
});

/** One certain draft: picked from the list of drafts, or a returned report being mended. */
export function OpenedDraft() {
  const { clientId = '' } = useParams();
  const personId = useViewer().person.id;
  const [found, setFound] = useState<{ draft: Draft | null; at: number }>();
  const look = useCallback(async () => {
    const draft = await localDb.drafts.get(clientId).catch(() => undefined);
    setFound({ draft: draft?.personId === personId ? draft : null, at: Date.now() });
  }, [clientId, personId]);
  useEffect(() => void look(), [look]);
  if (!found) return <Loading />;
  const { draft, at } = found;
  if (!draft) return <NotFound isPage />;
  return <ReportForm key={`${draft.clientId} ${at}`} initial={draft} onAnother={null} onReopen={() => void look()} />;
}

export const authorOf = ({ person, post }: ViewerFragment): Author => ({ personId: person.id, postId: post.id });

const emptyDraft = (viewer: ViewerFragment) =>
  newDraft(authorOf(viewer), { code: viewer.post.area.code, fullName: viewer.post.area.fullName, isOutside: false });
