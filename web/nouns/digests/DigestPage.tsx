import { type DigestDocument, documentBlocks } from '@lxq/schema/digests/digest-document.ts';
import { PaperPage } from '../../ui/paper/PaperPage.tsx';

/** An issue as it stands on paper. */
export function DigestPage({ document }: { document: DigestDocument }) {
  return <PaperPage blocks={documentBlocks(document)} />;
}
