import { skipToken, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../ui/Loaded.tsx';
import { PostCard } from './PostCard.tsx';
import { EndedPostsDocument } from './posts.generated.ts';

/** Folded, and asked for when opened: a unit has had many. */
export function EndedPosts({ code }: { code: string }) {
  const { t } = useTranslation('network');
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(EndedPostsDocument, isOpen ? { variables: { code } } : skipToken);
  return (
    <details className="unit-ended" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('post.ended')}</summary>
      {isOpen && (
        <Loaded data={data?.unit.endedPosts} asked={{ error, refetch }} rows={2} empty={<p>{t('post.noneEnded')}</p>}>
          {(posts) => (
            <ul className="as-list unit-posts">
              {posts.map((post) => (
                <PostCard key={post.id} post={post} code={code} />
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </details>
  );
}
