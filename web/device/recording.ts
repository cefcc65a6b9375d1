import { LIMITS } from '@lxq/schema/limits.ts';

/** Where the browser can, what every phone plays: Safari records webm that it cannot play itself. */
const FORMATS = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/webm', 'audio/ogg;codecs=opus', 'audio/ogg'];
/** Speech: two minutes in half a megabyte. */
const BITS = 32_000;
const MOST_SECONDS: number = LIMITS.attachment.VOICE.seconds;

/** DENIED: the person, or the phone for them, has not let us; NONE: no microphone, or another app has it; UNABLE: this browser cannot. */
export type RecordingFault = 'DENIED' | 'NONE' | 'UNABLE';
export class RecordingRefused extends Error {
  readonly fault: RecordingFault;
  constructor(fault: RecordingFault) {
    super(fault);
    this.fault = fault;
  }
}

export interface Voice {
  blob: Blob;
  seconds: number;
}
export interface Recording {
  /** Ends by itself when the time is over. */
  done: Promise<Voice>;
  stop(): void;
  /** Nothing of it is kept. */
  cancel(): void;
}

interface Devices {
  Recorder?: typeof MediaRecorder | undefined;
  media?: Pick<MediaDevices, 'getUserMedia'> | undefined;
}
const ofBrowser = (): Devices => ({ Recorder: globalThis.MediaRecorder, media: navigator.mediaDevices });

export const formatFor = (Recorder: Pick<typeof MediaRecorder, 'isTypeSupported'>): string | undefined =>
  FORMATS.find((format) => Recorder.isTypeSupported(format));

export async function record({ Recorder, media }: Devices = ofBrowser(), most = MOST_SECONDS): Promise<Recording> {
  const mimeType = Recorder && formatFor(Recorder);
  // By plain http, and in some web views, there is no microphone at all.
  if (!Recorder || !mimeType || !media) throw new RecordingRefused('UNABLE');
  const stream = await media.getUserMedia({ audio: true }).catch((error) => {
    throw new RecordingRefused(faultOf(error));
  });
  const recorder = new Recorder(stream, { mimeType, audioBitsPerSecond: BITS });
  const pieces: Blob[] = [];
  const begun = performance.now();
  const timer = setTimeout(() => stop(), most * 1_000);
  const stop = () => void (recorder.state !== 'inactive' && recorder.stop());
  const release = () => {
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
  };
  const done = new Promise<Voice>((resolve, reject) => {
    recorder.addEventListener('dataavailable', ({ data }) => void (data.size > 0 && pieces.push(data)));
    recorder.addEventListener('error', () => reject(new RecordingRefused('NONE')));
    recorder.addEventListener('stop', () => {
      release();
      const seconds = Math.min(most, Math.max(1, Math.round((performance.now() - begun) / 1_000)));
      if (pieces.length === 0) reject(new RecordingRefused('NONE'));
      else resolve({ blob: new Blob(pieces, { type: mimeType.split(';')[0] ?? mimeType }), seconds });
    });
  });
  done.catch(release);
  recorder.start(1_000);
  return {
    done,
    stop,
    cancel: () => {
      done.catch(() => undefined);
      stop();
    },
  };
}

function faultOf(error: unknown): RecordingFault {
  const { name } = error as { name?: string };
  return name === 'NotAllowedError' || name === 'SecurityError' || name === 'PermissionDeniedError' ? 'DENIED' : 'NONE';
}
