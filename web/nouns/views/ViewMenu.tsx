import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from './useViews.ts';

interface Props {
  /** Undefined as long as they are on their way, or did not come. */
  views: readonly View[] | undefined;
  error: unknown;
  open: View | undefined;
  onLook: () => void;
  /** Null for the list without a view. */
  onGo: (view: View | null) => void;
  onKeep: () => void;
  onAll: () => void;
}

/** One's own views and those of the desk, named by the one that is open. */
export function ViewMenu({ views, error, open, onLook, onGo, onKeep, onAll }: Props) {
  const { t } = useTranslation(['views', 'ui', 'words']);
  const entries = (isOwn: boolean) =>
    (views ?? [])
      .filter((view) => view.isOwn === isOwn)
      .map((view) => ({
        key: view.id,
        label: isOwn ? view.name : t('words:beside', { name: view.name, beside: view.makerName }),
        onClick: () => onGo(view),
      }));
  const groups = [
    { key: 'own', type: 'group' as const, label: t('own'), children: entries(true) },
    { key: 'shared', type: 'group' as const, label: t('ofDesk'), children: entries(false) },
  ];
  const state = { key: 'state', disabled: true, label: t(error ? 'ui:failed' : 'ui:loading') };
  const items: MenuProps['items'] = [
    { key: 'plain', label: t('plain'), onClick: () => onGo(null) },
    ...(views ? groups.filter(({ children }) => children.length) : [state]),
    { key: 'line', type: 'divider' },
    { key: 'new', label: t('saveNew'), onClick: onKeep },
    { key: 'all', label: t('manage'), onClick: onAll },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectedKeys: open ? [open.id] : [] }}
      onOpenChange={(isOpen) => isOpen && onLook()}
    >
      <Button>
        {open?.name ?? t('title')} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
