import { CAPACITIES_OF, STOOD_IN_FOR } from '@lxq/schema/roles.ts';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Timeline } from '../../nouns/reports/Timeline.tsx';
import { useViewer } from '../../session/session.ts';
import { useRoleName } from '../../session/usePostName.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { PostDeed, ShownPost } from './post.ts';
import { EndStandInDocument } from './posts.generated.ts';
import { usePostDeeds } from './usePostDeeds.ts';

interface Props {
  post: ShownPost;
  /** Of its unit. */
  code: string;
  /** Absent where there is nothing to do about it: it has ended. */
  onDeed?: (deed: PostDeed) => void;
}

/** One post: as what, who, since when, who stands in; and what the viewer may do about it. */
export function PostCard({ post, code, onDeed }: Props) {
  const { t } = useTranslation('network');
  const roleName = useRoleName();
  const { person, validFrom, validTo, timeline } = post;
  const days = validTo ? t('post.days', { from: validFrom, to: validTo }) : t('post.since', { from: validFrom });
  return (
    <li className="as-panel unit-post">
      <h3>
        {roleName({ ...post, unit: { code } })} <b>{person.name}</b>
      </h3>
      <p>{days}</p>
      <StandIns post={post} />
      {onDeed && <PostDeeds post={post} onDeed={onDeed} />}
      {timeline.length > 0 && (
        <details>
          <summary>{t('post.history')}</summary>
          <Timeline steps={timeline} />
        </details>
      )}
    </li>
  );
}

/** Administrators change others' posts; whoever holds one names who stands in, in person. */
function useMay({ role, id, person }: ShownPost) {
  const { post, standsInFor, person: viewer } = useViewer();
  const isOwn = post.id === id && !standsInFor;
  const isKept = post.role === 'ADMIN' && STOOD_IN_FOR.includes(role);
  return { change: isKept && person.id !== viewer.id, lend: STOOD_IN_FOR.includes(role) && (isKept || isOwn) };
}

function PostDeeds({ post, onDeed }: { post: ShownPost; onDeed: (deed: PostDeed) => void }) {
  const { t } = useTranslation('network');
  const may = useMay(post);
  const deeds: PostDeed[] = [
    ...(may.change && CAPACITIES_OF[post.role] ? (['capacity'] as const) : []),
    ...(may.lend ? (['standIn'] as const) : []),
    ...(may.change ? (['end'] as const) : []),
  ];
  if (deeds.length === 0) return null;
  return (
    <div className="as-wrap unit-post-deeds">
      {deeds.map((deed) => (
        <Button key={deed} danger={deed === 'end'} onClick={() => onDeed(deed)}>
          {t(`post.deed.${deed}`)}
          <span className="sr-only">{post.person.name}</span>
        </Button>
      ))}
    </div>
  );
}

function StandIns({ post }: { post: ShownPost }) {
  const { t } = useTranslation('network');
  const may = useMay(post);
  const { said } = useMessages();
  const { isBusy, send } = usePostDeeds();
  return (
    <>
      {post.standIns?.map(({ id, version, person, validFrom, validTo, reason }) => (
        <p key={id} className="as-wrap unit-stand-in">
          <span>{t('post.standsIn', { name: person.name, from: validFrom, to: validTo, reason })}</span>
          {may.lend && (
            <Popconfirm
              title={t('post.endStandInAsk', person)}
              description={t('post.endStandInHint')}
              okText={t('post.endStandIn')}
              onConfirm={async () =>
                void said(await send(EndStandInDocument, { id, version }), t('post.standInEnded', person))
              }
            >
              <Button loading={isBusy}>{t('post.endStandIn')}</Button>
            </Popconfirm>
          )}
        </p>
      ))}
    </>
  );
}
