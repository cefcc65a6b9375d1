import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { picture } from '../../attachments/attachment-files.testing.ts';
import { type Part, type Post, partOf } from '../../attachments/attachment-server.testing.ts';
import { openStore } from '../../attachments/bytes/attachment-store.ts';
import { sweepAttachments } from '../../attachments/bytes/attachment-sweep.ts';
import { uploadsIn } from '../../attachments/bytes/attachment-upload.route.ts';
import { type Account, idOf } from '../../testing/fixture.ts';
import {
  APPROVE,
  ask,
  GATHER,
  type Head,
  ISSUE,
  look,
  open,
  periodOver,
  RECIPIENTS,
  refusal,
  SAVE,
  SUBMIT,
} from '../digest.testing.ts';

/* An issue whose items rest on reports with photos, made as officers and clerks make them. */

export interface Told {
  report: string;
  photos: string[];
}
/** A report with that many photos that have all come, judged by the office. */
export async function told(post: Post, photos = 2, changes: Record<string, unknown> = {}): Promise<Told> {
  const officer = await post.as('officer');
  const parts: Part[] = [];
  for (let i = 0; i < photos; i++) parts.push(partOf(await picture(i % 2 ? 480 : 640, i % 2 ? 640 : 480)));
  const { id, attachments } = await officer.reports(parts, changes);
  for (const [i, part] of parts.entries()) await officer.upload(attachments[i].id, part.bytes);
  await post.fixture.admin.query(`update report set state = 'TRIAGED' where id = $1`, [id]);
  return { report: id, photos: attachments.map((each: { id: string }) => each.id) };
}

const ITEM =
  'id version number title pictures photos { reportId attachment { id state thumbnailUrl } } reports { id } digest { id version }';
export const ITEMS = `query ($id: ID!) { digest(id: $id) { state version contentHash document checks { code severity itemId message } versions { itemId text pictures } items { ${ITEM} } } }`;
const CHOOSE = `mutation ($digest: ID!, $item: DigestItemInput!) { saveDigestItem(digest: $digest, item: $item) { ${ITEM} } }`;

export interface Carrying {
  id: string;
  version: number;
  title: string;
  pictures: string[];
  photos: { reportId: string; attachment: { id: string; thumbnailUrl: string | null } }[];
  reports: { id: string }[];
}

/** An issue with one item a report, and all that the checks ask for. */
export async function issueOf(post: Post, reports: readonly Told[]): Promise<Head & { items: Carrying[] }> {
  const { fixture } = post;
  const { id } = await open(fixture);
  await ask(fixture, 'county', GATHER, { id, reports: reports.map(({ report }) => report) });
  const { version } = await look(fixture, id);
  await ask(fixture, 'county', SAVE, { id, version, copies: 60, recipients: RECIPIENTS });
  return { ...(await look(fixture, id)), ...(await shown(post, id)) };
}
export const shown = async (post: Post, id: string, account: Account = 'county'): Promise<any> =>
  (await ask(post.fixture, account, ITEMS, { id })).digest;

const input = ({ id, version, title, reports }: Carrying, changes: Record<string, unknown>) => ({
  ...{ id, version, title, portfolio: null, body: richTextFromPlain('机井已修复，群众满意。') },
  ...{ reports: reports.map((each) => each.id), ...changes },
});
export const choose = async (
  { fixture }: Post,
  digest: string,
  item: Carrying,
  changes: Record<string, unknown>,
): Promise<Carrying> => (await ask(fixture, 'county', CHOOSE, { digest, item: input(item, changes) })).saveDigestItem;
export const refusedChoice = (
  { fixture }: Post,
  digest: string,
  item: Carrying,
  changes: Record<string, unknown>,
): Promise<Record<string, unknown>> => refusal(fixture, 'county', CHOOSE, { digest, item: input(item, changes) });

export const WATER = idOf('portfolio/water');
export const first = (issue: { items: Carrying[] }) => issue.items[0] as Carrying;
export const noIssues = ({ fixture }: Post) =>
  fixture.admin.query(
    'truncate digest, digest_item, digest_item_report, digest_picture, digest_version, digest_receipt, digest_file, instruction cascade',
  );

/** Submitted, signed and issued. */
export async function goesOut(post: Post, id: string): Promise<any> {
  const { version } = await shown(post, id);
  const reviewed = (await ask(post.fixture, 'county', SUBMIT, { id, version })).submitDigestForReview;
  const signed = (await ask(post.fixture, 'director', APPROVE, { id, version: reviewed.version })).approveDigest;
  await periodOver(post.fixture, id);
  await ask(post.fixture, 'county', ISSUE, { id, version: signed.version });
  return shown(post, id);
}
/** An issue in the making whose one item carries both photos of its report. */
export async function illustrated(
  post: Post,
): Promise<{ id: string; source: Awaited<ReturnType<typeof told>>; item: Carrying }> {
  const source = await told(post);
  const { id, ...issue } = await issueOf(post, [source]);
  const item = await choose(post, id, first(issue), { portfolio: WATER, pictures: source.photos });
  return { id, source, item };
}
/** Where a picture of an issue is read. */
export const at = (id: string, photo: string, size = '') => `/files/digests/${id}/pictures/${photo}${size}`;

/** A night later than all that was written until now. */
export async function night(post: Post): Promise<void> {
  const files = await readdir(post.folder, { recursive: true, withFileTypes: true });
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  for (const entry of files.filter((each) => each.isFile()))
    await utimes(path.join(entry.parentPath, entry.name), yesterday, yesterday);
  const { admin } = post.fixture;
  await admin.query('set role lxq_jobs');
  const bytes = { store: openStore({ DATA_DIR: post.folder } as never), uploads: () => uploadsIn(post.folder) };
  await sweepAttachments(admin, bytes).finally(() => admin.query('reset role'));
}
