import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../ui/Failed.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { type OrgNode, type OrgPage, type OrgSource, useOrgSearch } from './orgSource.ts';
import './org-drill.css';

interface Props {
  source: OrgSource;
  label: string;
  onChoose: (node: OrgNode) => void;
}

/** The tree as a phone has it: one level at a time, with a way back, and a search over all of them. */
export function OrgDrill({ source, label, onChoose }: Props) {
  const [text, setText] = useState('');
  const [path, setPath] = useState<OrgNode[]>([]);
  const [asked, setAsked] = useState(0);
  const level = useLevel(source, path.at(-1)?.code ?? null, asked);
  const found = useOrgSearch(source, text);
  const open = (node: OrgNode) => {
    setText('');
    setPath([...path, node]);
  };
  const { page, error, retry } = text.trim() ? found : { ...level, retry: () => setAsked(asked + 1) };
  return (
    <div className="as-stack org-drill">
      <input
        type="search"
        className="as-field"
        aria-label={label}
        placeholder={label}
        value={text}
        autoCapitalize="none"
        onChange={(event) => setText(event.target.value)}
      />
      {path.length > 0 && !text.trim() && (
        <PlainButton className="org-drill-back" onClick={() => setPath(path.slice(0, -1))}>
          ‹ {path.at(-1)?.name}
        </PlainButton>
      )}
      {error ? <Failed error={error} onRetry={retry} /> : <Nodes page={page} onChoose={onChoose} onOpen={open} />}
    </div>
  );
}

interface NodesProps {
  page: OrgPage | undefined;
  onChoose: (node: OrgNode) => void;
  onOpen: (node: OrgNode) => void;
}
function Nodes({ page, onChoose, onOpen }: NodesProps) {
  const { t } = useTranslation(['words', 'ui']);
  if (!page) return <p role="status">{t('ui:loading')}</p>;
  return (
    <ul className="as-list org-drill-list">
      {page.nodes.map((node) => (
        <li key={node.code} className="as-ends">
          <button type="button" className="as-words" onClick={() => onChoose(node)}>
            {node.fullName} {node.kind && <small>{t(`unitKind.${node.kind}`)}</small>}
          </button>
          {!node.isLeaf && (
            <button
              type="button"
              className="as-link"
              aria-label={t('org.below', { name: node.name })}
              onClick={() => onOpen(node)}
            >
              ›
            </button>
          )}
        </li>
      ))}
      {page.nodes.length === 0 && <li role="status">{t('org.none')}</li>}
      {page.isCut && <li>{t('org.more')}</li>}
    </ul>
  );
}

/** `null` is the top. */
function useLevel({ below }: OrgSource, parent: string | null, asked: number): { page?: OrgPage; error?: unknown } {
  const [level, setLevel] = useState<{ parent: string | null; page?: OrgPage; error?: unknown }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when somebody asks
  useEffect(() => {
    let isGone = false;
    const tell = (what: { page?: OrgPage; error?: unknown }) => isGone || setLevel({ parent, ...what });
    below(parent).then(
      (page) => tell({ page }),
      (error) => tell({ error }),
    );
    return () => {
      isGone = true;
    };
  }, [below, parent, asked]);
  return level?.parent === parent ? level : {};
}
