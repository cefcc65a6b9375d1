import { failureOf } from '../../ui/failure.ts';

/** What the server refuses in a question, and the control where it is put right. */
export interface Fault {
  control: string;
  line: string;
}

export function faultOf(error: unknown, line: string, isCompared: boolean): Fault | undefined {
  if (!error) return undefined;
  const { code, extensions } = failureOf(error);
  const field = String(extensions.field ?? '');
  if (code !== 'BAD_INPUT' || !field) return undefined;
  if (isCompared && (field === 'filter.from' || field === 'filter.to')) return { control: 'compare', line };
  if (field.startsWith('filter.')) return { control: 'filter', line };
  // What is too dear has too much in its rows.
  return { control: field === 'table' ? 'rows' : field, line };
}
