import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Attachment } from './attachment.entity.ts';
import { REFUSAL_WORDS } from './attachment.words.ts';
import { picture } from './attachment-files.testing.ts';
import { type Post, partOf, startPost } from './attachment-server.testing.ts';
import { type InScope, Settling } from './bytes/attachment-settling.ts';
import { openStore } from './bytes/attachment-store.ts';

let post: Post;
beforeAll(async () => {
  post = await startPost();
});
afterAll(() => post.close());

test('two processes decide on two photos of one report at once, and both are counted', async () => {
  const officer = await post.as('officer');
  const parts = [partOf(await picture()), partOf(await picture())];
  const { id } = await officer.reports(parts);
  const store = openStore({ DATA_DIR: post.folder } as never);
  const looking = post.fixture.scope('officer');
  const rows = await looking.rows<Attachment>('select * from attachment where subject_id = $1 order by position', [id]);
  await looking.end('commit');
  // Each stays in its transaction for a while after it has written what it decided.
  const inScope: InScope = async (work) => {
    const scope = post.fixture.scope('officer');
    const result = await work(scope);
    await wait(300);
    await scope.end('commit');
    return result;
  };
  const decided = rows.map(async (row, i) => {
    const file = path.join(post.folder, row.id);
    await writeFile(file, parts[i]?.bytes as Buffer);
    await new Settling(store).settle(row, file, inScope);
  });
  await Promise.all(decided);
  expect(await officer.shows(id)).toMatchObject({ attachmentsPromised: 2, attachmentsArrived: 2 });
});

test('what looking stumbles over is refused; what only the store stumbles over is awaited still', async () => {
  const officer = await post.as('officer');
  const part = partOf(await picture());
  const { id } = await officer.reports([part]);
  const looking = post.fixture.scope('officer');
  const row = (await looking.row<Attachment>('select * from attachment where subject_id = $1', [id])) as Attachment;
  await looking.end('commit');
  const inScope: InScope = async (work) => {
    const scope = post.fixture.scope('officer');
    const result = await work(scope);
    await scope.end('commit');
    return result;
  };
  const file = path.join(post.folder, row.id);
  await writeFile(file, part.bytes);
  const store = openStore({ DATA_DIR: post.folder } as never);
  const full = Object.assign(Object.create(store), { put: () => Promise.reject(new Error('no room')) });
  await expect(new Settling(full).settle(row, file, inScope)).rejects.toThrow('no room');
  expect((await officer.shows(id)).attachments[0]).toMatchObject({ state: 'AWAITED' });
  // Nothing that we know of makes looking fail so; a kind that cannot be told stands for what we do not know.
  const odd = Object.defineProperty({ ...row }, 'kind', {
    get: () => {
      throw new RangeError('too deep');
    },
  });
  await new Settling(store).settle(odd, file, inScope);
  expect((await officer.shows(id)).attachments[0]).toMatchObject({
    state: 'REFUSED',
    refusal: REFUSAL_WORDS.BROKEN[0],
  });
});
