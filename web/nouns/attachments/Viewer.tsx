import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBackCloses } from '../../ui/useBackCloses.ts';
import { useAnew } from './useAnew.ts';
import { useZoom, type Zooming } from './useZoom.ts';
import './viewer.css';

/** A picture to be looked at: one of a thing's, of an issue's, or one that stands on this device. */
export interface Viewed {
  id: string;
  url: string | null;
  /** Where it is known before the picture has come. */
  width?: number | null;
  height?: number | null;
}

export interface ViewerProps {
  photos: readonly Viewed[];
  openId: string;
  onTurn: (id: string) => void;
  /** Asks for the links again. */
  anew: () => Promise<unknown>;
  onClose: () => void;
  /** What is done with the one that is shown: choosing it. */
  deedOf?: ((id: string) => ReactNode) | undefined;
}

/** Photos one after the other, over everything: the browser's own dialog, outside of which nothing is reached, and which gives the focus back. */
export function Viewer({ photos, openId, onTurn, anew, onClose, deedOf }: ViewerProps) {
  const { t } = useTranslation('attachments');
  const dialog = useRef<HTMLDialogElement>(null);
  useBackCloses(true, onClose);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  const found = photos.findIndex(({ id }) => id === openId);
  const at = Math.max(0, found);
  const photo = photos[at];
  // The one that was open has been taken back, and so has every other.
  useLayoutEffect(() => {
    if (!photo) onClose();
  }, [photo, onClose]);
  const step = (by: 1 | -1) => {
    const next = photos[at + by];
    if (next) onTurn(next.id);
  };
  const told = { no: at + 1, all: photos.length };
  return (
    <dialog
      ref={dialog}
      className="viewer"
      aria-modal="true"
      aria-label={t('viewer.title', told)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {photo && (
        <Looking photo={photo} anew={anew} told={told} onStep={step} onClose={onClose}>
          {deedOf?.(photo.id)}
        </Looking>
      )}
    </dialog>
  );
}

interface LookingProps {
  photo: Viewed;
  told: { no: number; all: number };
  anew: () => Promise<unknown>;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  children: ReactNode;
}

function Looking({ photo, told, anew, onStep, onClose, children }: LookingProps) {
  const { t } = useTranslation('attachments');
  const link = useAnew(photo.url, anew);
  const zoom = useZoom(photo.id, { width: photo.width ?? 0, height: photo.height ?? 0 });
  const whole = useRef<HTMLDivElement>(null);
  const deeds = deedsOf(zoom, onStep);
  const isOne = told.all === 1;
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    if (key === 'Tab') return keepWithin(event, whole.current);
    const deed =
      key === 'Escape' ? onClose : deeds[shiftKey && key.startsWith('Arrow') ? `Shift+${key}` : key.toLowerCase()];
    if (!deed) return;
    // Else the screen beneath would step, too.
    event.preventDefault();
    event.stopPropagation();
    deed();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the dialog's keys, whatever in it has the focus
    <div ref={whole} className="viewer-whole" onKeyDown={press}>
      <div className="as-ends viewer-bar">
        <strong role="status">{t('viewer.title', told)}</strong>
        {children}
        <span className="viewer-zoom">{t('viewer.zoom', { percent: zoom.percent })}</span>
        <Press label={t('viewer.close')} sign="×" onPress={onClose} />
      </div>
      {link.url ? (
        <div className="viewer-stage" {...zoom.stage}>
          <img
            key={photo.id}
            src={link.url}
            alt={t('viewer.alt', told)}
            draggable={false}
            style={zoom.style}
            onLoad={zoom.loaded}
            onError={link.failed}
          />
        </div>
      ) : (
        <p className="as-stack viewer-unseen" role="alert">
          {t('unseen')}
          <button type="button" className="viewer-press" onClick={link.retry}>
            {t('again')}
          </button>
        </p>
      )}
      <div className="as-wrap viewer-bar viewer-deeds">
        {isOne || <Press label={t('viewer.previous')} sign="‹" isOff={told.no === 1} onPress={() => onStep(-1)} />}
        <Press label={t('viewer.smaller')} sign="−" onPress={zoom.smaller} />
        <Press label={t('viewer.larger')} sign="+" onPress={zoom.larger} />
        <Press label={t('viewer.whole')} sign="□" onPress={zoom.whole} />
        <Press label={t('viewer.turn')} sign="↻" onPress={zoom.turn} />
        {isOne || <Press label={t('viewer.next')} sign="›" isOff={told.no === told.all} onPress={() => onStep(1)} />}
      </div>
    </div>
  );
}

interface PressProps {
  label: string;
  sign: string;
  /** It keeps the focus: whoever steps by it goes back from there. */
  isOff?: boolean;
  onPress: () => void;
}
const Press = ({ label, sign, isOff = false, onPress }: PressProps) => (
  <button
    type="button"
    className="viewer-press"
    title={label}
    aria-label={label}
    aria-disabled={isOff || undefined}
    onClick={onPress}
  >
    <span aria-hidden="true">{sign}</span>
  </button>
);

const MOVE_PX = 80;
const deedsOf = (zoom: Zooming, onStep: (by: 1 | -1) => void): Record<string, () => void> => ({
  ...{ arrowleft: () => onStep(-1), arrowright: () => onStep(1) },
  ...{ '+': zoom.larger, '=': zoom.larger, '-': zoom.smaller, _: zoom.smaller, '0': zoom.whole, r: zoom.turn },
  // What a pointer does by dragging.
  'Shift+ArrowLeft': () => zoom.move({ x: MOVE_PX, y: 0 }),
  'Shift+ArrowRight': () => zoom.move({ x: -MOVE_PX, y: 0 }),
  arrowup: () => zoom.move({ x: 0, y: MOVE_PX }),
  arrowdown: () => zoom.move({ x: 0, y: -MOVE_PX }),
});

/** A dialog lets Tab out into the browser's own bars; here it goes round. */
function keepWithin(event: KeyboardEvent, whole: HTMLElement | null): void {
  const all = [...(whole?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (document.activeElement !== from && all.includes(document.activeElement as HTMLElement)) return;
  event.preventDefault();
  to?.focus();
}
