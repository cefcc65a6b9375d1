import { TreeSelect } from 'antd';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import {
  type OrgKind,
  type OrgNode,
  type OrgPage,
  type OrgSource,
  useOrgNode,
  useOrgSearch,
  useOrgSource,
} from './orgSource.ts';
import './org.css';

interface Props {
  of: OrgKind;
  /** Of the field, where a label stands beside it. */
  id?: string;
  label: string;
  value: string | null | undefined;
  onChange: (code: string | undefined) => void;
  allowClear?: boolean;
}

/** A unit or place, chosen from the levels of the county or found by name, pinyin or initials. */
export function OrgTree({ of, id, label, value, onChange, allowClear = false }: Props) {
  const { t } = useTranslation(['words', 'ui']);
  const source = useOrgSource(of);
  const [text, setText] = useState('');
  const [isWanted, setWanted] = useState(false);
  const tree = useOrgLevels(source, isWanted);
  const found = useOrgSearch(source, text);
  const chosen = useOrgNode(source, value);
  const own = useId();
  const field = id ?? own;
  const shown = text.trim() ? found.page && leavesOf(found.page) : tree.rows;
  return (
    <TreeSelect<{ value: string; label: ReactNode } | undefined>
      id={field}
      className="org-tree"
      {...(id ? {} : { 'aria-label': label })}
      placeholder={label}
      labelInValue
      value={value ? { value, label: <OrgName node={chosen} /> } : undefined}
      onChange={(next) => onChange(next?.value)}
      allowClear={allowClear}
      onOpenChange={(isOpen) => isOpen && setWanted(true)}
      showSearch={{ searchValue: text, onSearch: setText, filterTreeNode: false }}
      treeDataSimpleMode
      treeData={shown?.map((row) => ({ ...row, label: row.fullName }))}
      treeTitleRender={(row) => <OrgName node={row as unknown as OrgNode} isListed={!text.trim()} />}
      loadData={({ value: code }) => tree.load(String(code))}
      styles={{ popup: { root: { minWidth: '18rem' } } }}
      // The field says that it opens this.
      popupRender={(list) => (
        <div id={`${field}_list`}>
          {/* The component's own word for nothing is a list box without options. */}
          {shown?.length ? list : <Missing isAsked={!shown} {...(text.trim() ? found : tree)} />}
          {shown && (text.trim() ? found.page?.isCut : tree.isCut) && <p className="org-note">{t('org.more')}</p>}
        </div>
      )}
    />
  );
}

/** Its name, of what kind it is, and whether it still stands. */
export function OrgName({ node, isListed = false }: { node: OrgNode | null | undefined; isListed?: boolean }) {
  const { t } = useTranslation('words');
  if (node === undefined) return <span aria-busy>…</span>;
  if (node === null) return <s>{t('org.unknown')}</s>;
  const name = isListed ? node.name : node.fullName;
  if (!node.isActive) return <s title={t('org.dissolved')}>{name}</s>;
  return (
    <span className="org-name">
      {name} {node.kind && <small>{t(`unitKind.${node.kind}`)}</small>}
    </span>
  );
}

function Missing({ isAsked, error, retry }: { isAsked: boolean; error?: unknown; retry: () => void }) {
  const { t } = useTranslation(['words', 'ui']);
  if (error) return <PlainButton onClick={retry}>{t('org.failed')}</PlainButton>;
  return <span role="status">{isAsked ? t('ui:loading') : t('org.none')}</span>;
}

/** A row of the tree's own form: `pId` is what it stands under. */
type Row = OrgNode & { id: string; pId: string | null; value: string };
const rowOf = (node: OrgNode, pId: string | null): Row => ({ ...node, id: node.code, value: node.code, pId });
const leavesOf = ({ nodes }: OrgPage): Row[] => nodes.map((node) => ({ ...rowOf(node, null), isLeaf: true }));

/** The levels that were opened; the topmost once the field is. */
function useOrgLevels(source: OrgSource, isWanted: boolean) {
  const { failed } = useMessages();
  const [levels, setLevels] = useState<Record<string, OrgPage>>({});
  const [error, setError] = useState<unknown>();
  const keep = (parent: string | null) => (page: OrgPage) => setLevels((now) => ({ ...now, [parent ?? '']: page }));
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when somebody asks
  useEffect(() => {
    if (!isWanted) return;
    setError(undefined);
    source.below(null).then(keep(null), setError);
  }, [source, asked, isWanted]);
  const rows =
    levels[''] &&
    Object.entries(levels).flatMap(([parent, { nodes }]) => nodes.map((node) => rowOf(node, parent || null)));
  return {
    rows,
    error,
    isCut: Object.values(levels).some((page) => page.isCut),
    retry: () => setAsked((n) => n + 1),
    /** A level that did not come is asked for when it is opened again. */
    load: (parent: string) =>
      source.below(parent).then(keep(parent), (missing) => {
        failed(missing);
        throw missing;
      }),
  };
}
