import { TreeSelect } from 'antd';
import { useTerms } from './useTerms.ts';

interface Props {
  id: string;
  label: string;
  value: string | null;
  onChange: (code: string) => void;
}

/** One topic that is in use, in the two levels of the dictionary; no accusation. */
export function TopicSelect({ id, label, value, onChange }: Props) {
  const { tree, nameOf } = useTerms();
  const isOffered = (term: { isActive: boolean; isAccusation: boolean }) => term.isActive && !term.isAccusation;
  const branches = tree.filter(({ top, below }) => isOffered(top) || below.some(isOffered));
  return (
    <TreeSelect
      id={id}
      // Before the dictionary is here a chosen one would show its code.
      value={tree.length > 0 && value ? value : undefined}
      onChange={onChange}
      placeholder={label}
      treeData={branches.map(({ top, below }) => ({
        value: top.code,
        title: nameOf(top),
        disabled: !isOffered(top),
        children: below.filter(isOffered).map((term) => ({ value: term.code, title: nameOf(term) })),
      }))}
      showSearch={{ treeNodeFilterProp: 'title' }}
      styles={{ popup: { root: { minWidth: '15rem', maxHeight: 420 } } }}
      // The field says that it opens this.
      popupRender={(menu) => <div id={`${id}_list`}>{menu}</div>}
    />
  );
}
