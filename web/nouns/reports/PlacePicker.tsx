import { useApolloClient } from '@apollo/client/react';
import { townshipOf } from '@lxq/schema/places.ts';
import { TreeSelect } from 'antd';
import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VillagesOfDocument } from '../network/choices.generated.ts';
import { useChoices } from '../network/useTerms.ts';

interface Choice {
  value: string;
  name: string;
  /** What the field shows once it is chosen: a village with its township. */
  fullName: string;
  initials: string;
  isLeaf: boolean;
  children?: Choice[];
}
interface Props {
  /** Code of a township or village. */
  value: string | undefined;
  onChange: (code: string | undefined) => void;
}

/** Township, then village; found by name or by the initials of its pinyin. */
export function PlacePicker({ value, onChange }: Props) {
  const { t } = useTranslation('reports');
  const places = usePlaces(value);
  const id = useId();
  return (
    <TreeSelect
      id={id}
      aria-label={t('filter.place')}
      placeholder={t('filter.place')}
      treeData={places.townships}
      fieldNames={{ label: 'name' }}
      treeNodeLabelProp="fullName"
      value={places.isKnown ? value : undefined}
      onChange={(code: string | undefined) => onChange(code)}
      loadData={async ({ value: code }) => places.loadVillages(String(code))}
      allowClear
      showSearch={{ filterTreeNode: (text, node) => matches(node as unknown as Choice, text) }}
      styles={{ popup: { root: { minWidth: '15rem' } } }}
      // The field says that it opens this.
      popupRender={(tree) => <div id={`${id}_list`}>{tree}</div>}
      className="report-place"
    />
  );
}

function matches({ name, initials }: Choice, text: string): boolean {
  const typed = text.trim().toLowerCase();
  return name.includes(typed) || initials.toLowerCase().startsWith(typed);
}

/** A village's path is its township and itself. */
function pathTo(code: string): string[] {
  const township = String(townshipOf(Number(code)));
  return township === code ? [code] : [township, code];
}

function usePlaces(value: string | undefined) {
  const client = useApolloClient();
  const known = useChoices()?.townships.edges;
  const [villages, setVillages] = useState<Record<string, Choice[]>>({});

  const loadVillages = async (township: string | undefined) => {
    if (!township) return;
    const { data } = await client.query({ query: VillagesOfDocument, variables: { township } });
    const above = known?.find(({ node }) => node.code === township)?.node.name;
    const below = data?.places.edges.map(({ node }) => choice(node, above)) ?? [];
    setVillages((now) => ({ ...now, [township]: below }));
  };

  const township = value ? pathTo(value)[0] : undefined;
  const isMissing = !!township && !villages[township] && !!known?.some(({ node }) => node.code === township);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a village named in the address needs its township's list once
  useEffect(() => {
    if (isMissing) loadVillages(township).catch(() => undefined);
  }, [isMissing, township]);

  const townships = useMemo(
    () =>
      known?.map(({ node }): Choice => {
        const children = villages[node.code];
        return { ...choice(node), ...(children ? { children } : {}) };
      }) ?? [],
    [known, villages],
  );
  /** Before its name is there the field would show the code. */
  const isKnown = townships.some((each) => each.value === value || each.children?.some((one) => one.value === value));
  return { townships, loadVillages, isKnown };
}

type Place = { code: string; name: string; initials: string };
function choice({ code, name, initials }: Place, township?: string): Choice {
  const isVillage = township !== undefined;
  return { value: code, name, fullName: isVillage ? `${township} ${name}` : name, initials, isLeaf: isVillage };
}
