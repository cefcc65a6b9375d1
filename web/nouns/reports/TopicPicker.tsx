import { Button, TreeSelect } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTerms } from '../network/useTerms.ts';

interface Props {
  value: string[] | undefined;
  onChange: (codes: string[] | undefined) => void;
}

/** Topics in two levels: a tick at the top chooses the whole branch, a tag what bears it in any branch. */
export function TopicPicker({ value, onChange }: Props) {
  const { t } = useTranslation('reports');
  const { tree, nameOf, topics, tags } = useTerms();
  const id = useId();
  const tagged = (tag: string) => topics.filter((topic) => topic.tags.includes(tag)).map(({ code }) => code);
  return (
    <TreeSelect
      id={id}
      aria-label={t('filter.topic')}
      placeholder={t('filter.topic')}
      treeData={tree.map(({ top, below }) => ({
        value: top.code,
        title: nameOf(top),
        children: below.map((term) => ({ value: term.code, title: nameOf(term) })),
      }))}
      value={tree.length > 0 ? (value ?? []) : []}
      onChange={(codes: string[]) => onChange(codes.length ? codes : undefined)}
      treeCheckable
      showCheckedStrategy={TreeSelect.SHOW_ALL}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandAll={false}
      maxTagCount={0}
      maxTagPlaceholder={(left) => t('filter.topicCount', { count: left.length })}
      allowClear
      styles={{ popup: { root: { minWidth: '15rem', maxHeight: 420 } } }}
      popupRender={(menu) => (
        <>
          {tags.length > 0 && (
            <div className="as-wrap report-tags">
              {tags.map((tag) => (
                <Button key={tag} size="small" onClick={() => onChange(tagged(tag))}>
                  {tag}
                </Button>
              ))}
            </div>
          )}
          {/* The field says that it opens this. */}
          <div id={`${id}_list`}>{menu}</div>
        </>
      )}
      className="report-many"
    />
  );
}
