import { useKeptText } from '../../session/useKeptText.ts';
import { type AskedDeed, useAskedDeed, type Versioned } from './useAskedDeed.ts';

/** The fields of a deed, kept under its name (`order.inspect`) with the version that they were begun on, and how they are sent. */
export function useMatterForm<Fields extends object>(
  props: Pick<AskedDeed<Versioned>, 'thing' | 'done' | 'onChanged'>,
  deed: string,
  stored: Fields,
) {
  const { id, version } = props.thing;
  const kept = useKeptText<Fields & { version: number }>({ deed, subject: id }, { ...stored, version });
  const asked = useAskedDeed(props, kept.value.version);
  return {
    ...asked,
    kept,
    value: kept.value,
    set: (changes: Partial<Fields>) => kept.change({ ...kept.value, ...changes }),
  };
}
