import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/session.ts';
import { DeskDrawer } from '../../ui/desk/dialogs.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { AddPostDialog } from './AddPostDialog.tsx';
import { EndedPosts } from './EndedPosts.tsx';
import { PostCard } from './PostCard.tsx';
import { PostDialog } from './PostDialog.tsx';
import type { PostDeed } from './post.ts';
import { UnitPostsDocument } from './posts.generated.ts';
import './unit-drawer.css';

/** Who acts for a unit: its posts, what each is in it, and who stands in. The administrator appoints here. */
export function UnitDrawer({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation(['network', 'words']);
  const isAdmin = useViewer().post.role === 'ADMIN';
  const asked = useQuery(UnitPostsDocument, { variables: { code }, fetchPolicy: 'cache-and-network' });
  const [isAdding, setAdding] = useState(false);
  const [deed, setDeed] = useState<{ id: string; is: PostDeed }>();
  const unit = asked.data?.unit;
  const subject = unit?.posts.find(({ id }) => id === deed?.id);
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('post.add')}
    </Button>
  );
  return (
    <DeskDrawer
      open
      onClose={onClose}
      size={640}
      title={unit?.name ?? t('post.title')}
      extra={isAdmin && unit ? add : undefined}
    >
      <Loaded data={unit} asked={asked}>
        {({ posts, kind }) => (
          <>
            <p className="unit-kind">{t(`words:unitKind.${kind}`)}</p>
            {!posts.some(({ capacity }) => capacity === 'PRINCIPAL') && (
              <p className="network-uncovered">{t('post.noPrincipal')}</p>
            )}
            {posts.length === 0 && <Empty text={t('post.none')} />}
            <ul className="as-list unit-posts" aria-label={t('post.title')}>
              {posts.map((post) => (
                <PostCard key={post.id} post={post} code={code} onDeed={(is) => setDeed({ id: post.id, is })} />
              ))}
            </ul>
            <EndedPosts code={code} />
          </>
        )}
      </Loaded>
      {unit && isAdding && <AddPostDialog unit={unit} onClose={() => setAdding(false)} />}
      {deed && subject && <PostDialog deed={deed.is} post={subject} onClose={() => setDeed(undefined)} />}
    </DeskDrawer>
  );
}
