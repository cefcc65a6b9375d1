import type { Added } from '../attachments/AddedBy.tsx';
import type { Told } from './gathered.ts';
import { useStepName } from './useStepName.ts';

/** Of an attachment who added it and when, as the history of its thing says; of an older one, or where the reader may not know, nothing. */
export function useAddedBy(steps: readonly (Told & { attachmentIds: readonly string[] })[]) {
  const name = useStepName();
  const added = new Map(
    steps
      .filter(({ deed }) => deed === 'attach')
      .flatMap((step) => step.attachmentIds.map((id) => [id, step] as const)),
  );
  return ({ id }: { id: string }): Added | undefined => {
    const step = added.get(id);
    return step && { who: name.actor(step), at: step.at };
  };
}
