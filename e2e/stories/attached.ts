import { hash, randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { ask, signIn } from '../platform.ts';
import { jpegOf } from './photos.ts';

export async function asked<Data>(url: string, token: string, query: string, variables?: object): Promise<Data> {
  const { data, errors } = await ask<Data>(url, token, query, variables);
  if (!data) throw new Error(errors?.[0]?.message);
  return data;
}

/** The officer's newest report to which they may still add. */
export async function openReport(url: string, token: string): Promise<string> {
  const OWN =
    '{ reports(filter: { mine: true, lines: [LINE], states: [SUBMITTED] }, first: 20) { edges { node { id viewerCanAttach attachmentsPromised } } } }';
  type Own = {
    reports: { edges: { node: { id: string; viewerCanAttach: boolean; attachmentsPromised: number } }[] };
  };
  const { reports } = await asked<Own>(url, token, OWN);
  const found = reports.edges.find(({ node }) => node.viewerCanAttach && node.attachmentsPromised === 0);
  if (!found) throw new Error('the officer has no report that is still theirs to add to');
  return found.node.id;
}

export async function photosOf(browser: Browser, ...colours: string[]): Promise<Buffer[]> {
  const page = await browser.newPage();
  const photos: Buffer[] = [];
  for (const colour of colours) photos.push(await jpegOf(page, colour));
  await page.close();
  return photos;
}

/** Promises photos to a report, as a phone does; of each, what sends its bytes by tus. */
export async function promised(
  url: string,
  token: string,
  { report, photos }: { report: string; photos: readonly Buffer[] },
): Promise<(() => Promise<void>)[]> {
  const ATTACH = `mutation ($id: ID!, $attachments: [AttachmentDraft!]!) {
    attach(subject: REPORT, subjectId: $id, attachments: $attachments) { id clientId } }`;
  const attachments = photos.map((bytes) => ({
    ...{ clientId: randomUUID(), kind: 'PHOTO', sha256: hash('sha256', bytes), size: bytes.length },
  }));
  type Attached = { attach: { id: string; clientId: string }[] };
  const { attach } = await asked<Attached>(url, token, ATTACH, { id: report, attachments });
  return photos.map((bytes, i) => async () => {
    const id = attach.find(({ clientId }) => clientId === attachments[i]?.clientId)?.id ?? '';
    await upload({ url, token, id, bytes });
  });
}

async function upload({ url, token, id, bytes }: { url: string; token: string; id: string; bytes: Buffer }) {
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
  const metadata = `attachment ${Buffer.from(id).toString('base64')}`;
  const begun = await fetch(`${url}/attachments`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  });
  const ended = await fetch(`${url}/attachments/${id}`, {
    method: 'PATCH',
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  });
  if (!begun.ok || !ended.ok) throw new Error(`not taken: ${begun.status}, ${ended.status}`);
}

/** A report of the officer's with two photos that have come, and one that has not, for whoever walks by. */
export async function photographed(url: string, browser: Browser): Promise<string> {
  const token = await signIn(url, 'officer');
  const report = await openReport(url, token);
  const [first, second] = await promised(url, token, {
    report,
    photos: await photosOf(browser, 'green', 'navy', 'gold'),
  });
  await first?.();
  await second?.();
  return report;
}
