import { keptLocally } from '../ui/kept-locally.ts';

/** Off until somebody wants it. */
export const sound = keptLocally<boolean>('lxq.sound', false);

const PAUSE_MS = 2_000;
let lastAt = -PAUSE_MS;

/** Two soft notes, once for changes that come together. Silent when off, or when the browser has seen no tap yet and refuses. */
export function chime() {
  if (!sound.get() || typeof AudioContext === 'undefined') return;
  if (performance.now() - lastAt < PAUSE_MS) return;
  lastAt = performance.now();
  const audio = new AudioContext();
  const note = (frequency: number, start: number) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, audio.currentTime + start);
    volume.gain.exponentialRampToValueAtTime(0.08, audio.currentTime + start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + start + 0.35);
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + start);
    tone.stop(audio.currentTime + start + 0.4);
  };
  note(660, 0);
  note(880, 0.15);
  setTimeout(() => void audio.close(), 1_000);
}
