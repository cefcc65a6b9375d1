import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useViewer } from '../session/session.ts';
import type { ViewerFragment } from '../session/viewer.generated.ts';
import { Loading } from '../ui/Loading.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { type Author, type Draft, isBegun, newDraft } from './draft.ts';
import { latestDraft, takeFound } from './latest-draft.ts';
import { localDb } from './local-db.ts';
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
  // Once for each person and post: the same viewer told anew must not take the page from under the writer.
  useEffect(() => {
    if (wasFound.current) {
      wasFound.current = false;
      return;
    }
    let isCurrent = true;
    void latestDraft({ personId, postId }).then((found) => {
      if (isCurrent) setOpened(openedWith(found, latestViewer.current));
    });
    return () => {
      isCurrent = false;
    };
  }, [personId, postId]);
  const startAnother = () => {
    navigate('/officer', { replace: true });
    setOpened({ draft: emptyDraft(viewer), isRestored: false });
  };
  if (!opened) return <Loading />;
  return (
    <ReportForm
      key={opened.draft.clientId}
      initial={opened.draft}
      onAnother={opened.isRestored ? startAnother : null}
    />
  );
}

interface Opened {
  draft: Draft;
  isRestored: boolean;
}
const openedWith = (found: Draft | undefined, viewer: ViewerFragment): Opened => ({
  draft: found ?? emptyDraft(viewer),
  isRestored: found !== undefined && isBegun(found),
});

/** One certain draft: picked from the list of drafts, or a returned report being mended. */
export function OpenedDraft() {
  const { clientId = '' } = useParams();
  const personId = useViewer().person.id;
  const [draft, setDraft] = useState<Draft | null | undefined>(undefined);
  useEffect(() => {
    void localDb.drafts
      .get(clientId)
      .catch(() => undefined)
      .then((found) => setDraft(found?.personId === personId ? found : null));
  }, [clientId, personId]);
  if (draft === undefined) return <Loading />;
  if (draft === null) return <NotFound />;
  return <ReportForm key={draft.clientId} initial={draft} onAnother={null} />;
}

export const authorOf = ({ person, post }: ViewerFragment): Author => ({ personId: person.id, postId: post.id });

const emptyDraft = (viewer: ViewerFragment) =>
  newDraft(authorOf(viewer), { code: viewer.post.area.code, fullName: viewer.post.area.fullName, isOutside: false });
