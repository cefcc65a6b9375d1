import { expect, test } from '@jest/globals';
import { formatFor, record } from './recording.ts';

/** A browser's recorder that knows some formats, and a microphone that can be taken away. */
function devices(known: string[], { error, hears = true }: { error?: string; hears?: boolean } = {}) {
  let isOpen = false;
  class Recorder extends EventTarget {
    static isTypeSupported = (type: string) => known.includes(type);
    state = 'inactive';
    readonly options: MediaRecorderOptions;
    constructor(_stream: unknown, options: MediaRecorderOptions) {
      super();
      this.options = options;
    }
    start() {
      this.state = 'recording';
    }
    stop() {
      this.state = 'inactive';
      if (hears) this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(['voice']) }));
      this.dispatchEvent(new Event('stop'));
    }
  }
  const track = { stop: () => (isOpen = false) };
  const media = {
    getUserMedia: async () => {
      if (error) throw new DOMException('', error);
      isOpen = true;
      return { getTracks: () => [track] } as unknown as MediaStream;
    },
  };
  return { given: { Recorder: Recorder as unknown as typeof MediaRecorder, media }, isOpen: () => isOpen };
}
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'recorded',
    (error) => error.fault,
  );

test('what every phone plays is recorded where the browser can', () => {
  const knowing = (...known: string[]) => formatFor({ isTypeSupported: (type) => known.includes(type) });
  expect(knowing('audio/webm', 'audio/mp4')).toBe('audio/mp4');
  expect(knowing('audio/ogg', 'audio/webm;codecs=opus')).toBe('audio/webm;codecs=opus');
  expect(knowing('video/mp4')).toBeUndefined();
});

test('a voice note is called by its format alone, and the microphone is given back', async () => {
  const { given, isOpen } = devices(['audio/webm;codecs=opus']);
  const recording = await record(given);
  expect(isOpen()).toBe(true);
  recording.stop();
  expect(await recording.done).toMatchObject({ blob: { type: 'audio/webm', size: 5 }, seconds: 1 });
  expect(isOpen()).toBe(false);
});

test('it ends by itself when the time is over', async () => {
  const { given } = devices(['audio/mp4']);
  expect(await (await record(given, 0.05)).done).toMatchObject({ seconds: 0.05 });
});

test.each([
  ['NotAllowedError', 'DENIED'],
  ['NotFoundError', 'NONE'],
  ['NotReadableError', 'NONE'],
])('%s is told as %s', async (error, fault) => {
  expect(await faultOf(record(devices(['audio/mp4'], { error }).given))).toBe(fault);
});

test('a browser without recorder, format or microphone is told apart', async () => {
  const { given } = devices(['audio/mp4']);
  expect(await faultOf(record({ ...given, Recorder: undefined }))).toBe('UNABLE');
  expect(await faultOf(record({ ...given, media: undefined }))).toBe('UNABLE');
  expect(await faultOf(record(devices([]).given))).toBe('UNABLE');
});

test('a recording in which nothing was heard is none, and the microphone is given back', async () => {
  const { given, isOpen } = devices(['audio/mp4'], { hears: false });
  const recording = await record(given);
  recording.stop();
  expect(await faultOf(recording.done)).toBe('NONE');
  expect(isOpen()).toBe(false);
});
