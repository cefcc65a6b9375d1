import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { ask } from '../platform.ts';

const PATIENCE_MS = 120_000;
const SUBMIT = 'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { clientId isNew report { id } } }';

export interface Draft {
  clientId: string;
  [field: string]: unknown;
}
export const makeDraft = (place: string, topic: string, n: number): Draft => ({
  clientId: uuid(),
  topic,
  place,
  occurredAt: new Date(Date.now() - 60_000).toISOString(),
  content: `第${n}次试报：村北排水沟被泥沙堵住，雨后积水进了路边农户院子，请安排清淤。`,
});

/** What a phone does: sends each draft until it holds a receipt, however often the line breaks. Answers the receipts. */
export async function sendAll(
  url: string,
  token: string,
  drafts: Draft[],
  onReceipt: (count: number) => void,
): Promise<Map<string, string>> {
  const receipts = new Map<string, string>();
  const waiting = [...drafts];
  const lanes = Array.from({ length: 8 }, async () => {
    for (let draft = waiting.shift(); draft; draft = waiting.shift()) {
      const end = Date.now() + PATIENCE_MS;
      receipts.set(draft.clientId, await untilReceipt(url, token, draft, () => Date.now() < end));
      onReceipt(receipts.size);
    }
  });
  await Promise.all(lanes);
  return receipts;
}

/** Sent again until it holds a receipt or there is no time left. */
export async function untilReceipt(url: string, token: string, draft: Draft, hasTime: () => boolean): Promise<string> {
  for (; hasTime(); await sleep(200)) {
    const answer = await ask<{ submitReport: { clientId: string; report: { id: string } } }>(url, token, SUBMIT, {
      draft,
    }).catch(() => null);
    if (answer?.data?.submitReport.clientId === draft.clientId) return answer.data.submitReport.report.id;
    const code = answer?.errors?.[0]?.extensions.code;
    if (code && !['BUSY', 'INTERNAL'].includes(code))
      throw new Error(`refused for good: ${JSON.stringify(answer?.errors)}`);
  }
  throw new Error('no receipt in time');
}
