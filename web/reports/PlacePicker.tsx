import { useApolloClient } from '@apollo/client/react';
import { townshipOf } from '@lxq/schema/places.ts';
import { Cascader } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VillagesOfDocument } from './reports.generated.ts';
import { useChoices } from './useTerms.ts';

interface Choice {
  value: string;
  label: string;
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
  return (
    <Cascader<Choice>
      aria-label={t('filter.place')}
      placeholder={t('filter.place')}
      options={places.townships}
      value={value ? pathTo(value) : []}
      onChange={(path) => onChange(path?.[path.length - 1] as string | undefined)}
      loadData={(path) => void places.loadVillages(path[path.length - 1]?.value)}
      changeOnSelect
      allowClear
      expandTrigger="click"
      showSearch={{ filter: (text, path) => path.some((choice) => matches(choice, text)) }}
      displayRender={(labels) => labels.join(' ')}
      style={{ minWidth: 170 }}
    />
  );
}

function matches(choice: Choice, text: string): boolean {
  const typed = text.trim().toLowerCase();
  return choice.label.includes(typed) || choice.initials.toLowerCase().startsWith(typed);
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
    const below = data?.places.edges.map((edge) => choice(edge.node, true)) ?? [];
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
        return { ...choice(node, false), ...(children ? { children } : {}) };
      }) ?? [],
    [known, villages],
  );
  return { townships, loadVillages };
}

function choice(place: { code: string; name: string; initials: string }, isLeaf: boolean): Choice {
  return { value: place.code, label: place.name, initials: place.initials, isLeaf };
}
