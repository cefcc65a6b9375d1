import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import type { Sequenced, useViews, View } from './useViews.ts';
import { moved } from './viewAddress.ts';

interface Props extends Sequenced {
  deeds: ReturnType<typeof useViews>;
  /** In the viewer's sequence. */
  views: readonly View[];
  onRename: (view: View) => void;
  onClose: () => void;
}

/** All views of a screen: named, put in sequence, opened first, shared, removed. */
export function ViewsDialog({ deeds, views, onRename, onClose, ...sequenced }: Props) {
  const { t } = useTranslation('views');
  return (
    <DeskModal open title={t('manage')} onCancel={onClose} footer={null} width={720}>
      <Loaded data={deeds.views && views} asked={deeds} empty={<Empty text={t('none')} />}>
        {(rows) => (
          <ol className="as-list view-list">
            {rows.map((view, i) => (
              <Row key={view.id} {...sequenced} {...{ view, deeds, onRename }} ids={rows.map(({ id }) => id)} at={i} />
            ))}
          </ol>
        )}
      </Loaded>
    </DeskModal>
  );
}

interface RowProps extends Sequenced {
  view: View;
  ids: readonly string[];
  at: number;
  deeds: Props['deeds'];
  onRename: Props['onRename'];
}
function Row({ view, ids, at, deeds, onRename, firstView, arrange }: RowProps) {
  const { t } = useTranslation('views');
  const { id, name, isShared, isOwn, makerName, viewerCanChange } = view;
  const isFirst = firstView?.id === id;
  const move = (by: 1 | -1) => void arrange({ sequence: moved(ids, id, by) });
  return (
    <li className="as-ends">
      <span className="view-name">
        {name} {isShared && <Tag>{isOwn ? t('isShared') : t('sharedBy', { name: makerName })}</Tag>}
        {isFirst && <Tag color="blue">{t('isFirst')}</Tag>}
      </span>
      <span className="as-row view-deeds">
        <Button
          size="small"
          icon={<ArrowUpOutlined />}
          aria-label={t('up', { name })}
          disabled={at === 0}
          onClick={() => move(-1)}
        />
        <Button
          size="small"
          icon={<ArrowDownOutlined />}
          aria-label={t('down', { name })}
          disabled={at === ids.length - 1}
          onClick={() => move(1)}
        />
        <Button size="small" aria-pressed={isFirst} onClick={() => void arrange({ firstView: isFirst ? null : id })}>
          {t(isFirst ? 'notFirst' : 'first')}
        </Button>
        {viewerCanChange && (
          <>
            <Button size="small" aria-label={t('rename', { name })} onClick={() => onRename(view)}>
              {t('renameShort')}
            </Button>
            <Button size="small" disabled={deeds.isBusy} onClick={() => void deeds.share(view)}>
              {t(isShared ? 'unshare' : 'share')}
            </Button>
            <Button
              size="small"
              danger
              disabled={deeds.isBusy}
              aria-label={t('remove', { name })}
              onClick={() => void deeds.remove(view)}
            >
              {t('removeShort')}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
