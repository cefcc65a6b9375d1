import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Person, type Post, partOf, startPost } from './attachment-server.testing.ts';
import * as voices from './attachment-voices.testing.ts';

/* What is kept of a voice note: the sound, and nothing that its recorder wrote beside it. */
let post: Post;
let officer: Person;
beforeAll(async () => {
  post = await startPost();
  officer = await post.as('officer');
});
afterAll(() => post.close());

test('a voice is kept as what it is, without where it was recorded', async () => {
  const { attachment } = await officer.sends(partOf(voices.mp4('soun'), 'VOICE'));
  expect(attachment).toMatchObject({ state: 'ARRIVED', mediaType: 'audio/mp4', thumbnailUrl: null });
  const answer = await officer.get(attachment.url);
  expect(answer.headers.get('content-type')).toBe('audio/mp4');
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).not.toContain('113.0192');
});

const RECORDED: [what: string, make: () => Buffer, mediaType: string, sound: number][] = [
  ['WebM', () => voices.webm(2), 'audio/webm', 3],
  ['Opus in Ogg', () => voices.ogg('opus'), 'audio/ogg', 0],
  ['Vorbis in Ogg', () => voices.ogg('vorbis'), 'audio/ogg', 0],
  ['MP3', () => voices.mp3(), 'audio/mpeg', 0],
];
test.each(RECORDED)(
  'of a voice in %s all that was written beside it is gone, and the sound stands',
  async (_what, make, mediaType, sound) => {
    const sent = make();
    expect(sent.toString('latin1')).toContain('34.2012');
    const { attachment } = await officer.sends(partOf(sent, 'VOICE'));
    expect(attachment).toMatchObject({ state: 'ARRIVED', mediaType });
    const kept = Buffer.from(await (await officer.get(attachment.url)).arrayBuffer());
    for (const told of ['34.2012', '113.0192', 'LOCATION', 'picture', '上访户', '李家'].map((word) =>
      Buffer.from(word),
    ))
      expect(kept.includes(told)).toBe(false);
    if (mediaType !== 'audio/mpeg') expect(kept.length).toBe(sent.length);
    if (mediaType === 'audio/ogg') expect([voices.isOggWhole(sent), voices.isOggWhole(kept)]).toEqual([true, true]);
    expect(kept.toString('latin1').split(voices.SOUND.toString('latin1'))).toHaveLength(sound + 1);
  },
);
