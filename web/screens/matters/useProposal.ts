import { useQuery } from '@apollo/client/react';
import { plainText, type RichText } from '@lxq/schema/digests/rich-text.ts';
import { maskPersonalData } from '@lxq/schema/texts/personal-data.ts';
import { InstructionSourceDocument } from './matters.generated.ts';

/** What an instruction was written on, for units outside the line, which may not read it: names and numbers are masked. */
export function useProposal(id: string): { text: string; topic?: string; place?: string } {
  const { data } = useQuery(InstructionSourceDocument, { variables: { id } });
  const { item, report } = data?.instruction ?? {};
  if (item) return { text: maskPersonalData(`${item.title}\n${plainText(item.body as RichText)}`) };
  if (!report) return { text: '' };
  const { content, topic, place } = report;
  return { text: maskPersonalData(content), place: place.code, ...(topic.isAccusation ? {} : { topic: topic.code }) };
}
