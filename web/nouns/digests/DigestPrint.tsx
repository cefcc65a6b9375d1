import { useQuery } from '@apollo/client/react';
import type { DigestDocument } from '@lxq/schema/digests/digest-document.ts';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { DigestPage } from './DigestPage.tsx';
import { DigestPaperDocument } from './paper.generated.ts';
import { useIssueName } from './useIssueName.ts';

/** The page alone, which opens the browser's print dialogue once its fonts and pictures are there. */
export function DigestPrint() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(DigestPaperDocument, { variables: { id }, fetchPolicy: 'network-only' });
  const issueName = useIssueName();
  useTabTitle(data ? `${data.digest.title} ${issueName(data.digest)}` : '');
  usePrintOnce(data !== undefined);
  return (
    <Loaded data={data} asked={{ error, refetch }} isPage>
      {(paper) => <DigestPage id={paper.digest.id} document={paper.digest.document as DigestDocument} />}
    </Loaded>
  );
}

function usePrintOnce(isReady: boolean) {
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    if (!isReady || printed) return;
    let gone = false;
    // Pictures that could not be read are left out, and hold nothing up.
    const pictures = [...document.images].map((image) => image.decode().catch(() => {}));
    void Promise.all([document.fonts.ready, ...pictures]).then(() => {
      if (gone) return;
      setPrinted(true);
      window.print();
    });
    return () => {
      gone = true;
    };
  }, [isReady, printed]);
}
