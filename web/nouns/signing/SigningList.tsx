import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { PagedList } from '../../ui/PagedList.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { usePages } from '../../ui/usePages.ts';
import { SIGNING_CHANGES } from './changes.ts';
import { SigningTrayDocument } from './signing.generated.ts';
import './signing.css';

const PAGE = 20;

/** 待签: what waits for the viewer's signature, the longest first. Each is signed where it is read, never from here. */
export function SigningList() {
  const { t } = useTranslation('signing');
  const asked = useQuery(SigningTrayDocument, { variables: { first: PAGE } });
  useRefetchOnChanges(SIGNING_CHANGES, asked.refetch);
  return (
    <PagedList
      pages={usePages(asked.data?.signingTray, asked)}
      empty={<p className="signing-none">{t('none')}</p>}
      placeholders={2}
    >
      {(rows) => (
        <ul className="as-list signing-list">
          {rows.map(({ id, kind, title, since, link }) => (
            <li key={id} className="as-row">
              <Tag>{t(`kind.${kind}`)}</Tag>
              <Link to={link}>{title}</Link>
              <span>
                {t('since')}
                <RelativeTime at={since} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}
