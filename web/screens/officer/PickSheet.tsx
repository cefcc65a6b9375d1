import { lazy, type ReactNode, Suspense, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { useBackCloses } from '../../ui/useBackCloses.ts';
import './pick-sheet.css';

const Popup = lazy(() => import('../../ui/phone/dialogs.ts').then((m) => ({ default: m.Popup })));

interface Props {
  open: boolean;
  onClose: () => void;
  label: string;
  placeholder: string;
  /** The sections for what is sought; closing forgets the text. */
  children: (sought: string) => ReactNode;
}

/** A sheet with a search field over long lists to pick from. */
export function PickSheet({ open, onClose, label, placeholder, children }: Props) {
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  useBackCloses(open, onClose);
  if (!wasOpen) return null;
  return (
    <Suspense>
      <Popup visible={open} onClose={onClose} bodyClassName="pick-sheet">
        <div className="as-stack pick-sheet-whole" role="dialog" aria-modal="true" aria-label={label}>
          <Search label={label} placeholder={placeholder} onClose={onClose}>
            {children}
          </Search>
        </div>
      </Popup>
    </Suspense>
  );
}

function Search({ label, placeholder, onClose, children }: Omit<Props, 'open'>) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const sought = useDeferredValue(text.trim());
  return (
    <>
      <div className="pick-sheet-head">
        <input
          className="as-field"
          type="search"
          aria-label={label}
          placeholder={placeholder}
          value={text}
          autoCapitalize="none"
          onChange={(event) => setText(event.target.value)}
        />
        <PlainButton onClick={onClose}>{t('close')}</PlainButton>
      </div>
      <div className="pick-sheet-list">{children(sought)}</div>
    </>
  );
}

interface SectionProps<Item> {
  heading: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  nameOf: (item: Item) => string;
  onPick: (item: Item) => void;
}

/** One headed part of a list; nothing at all when nothing in it fits. */
export function PickSection<Item>({ heading, items, keyOf, nameOf, onPick }: SectionProps<Item>) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      {items.map((item) => (
        <button key={keyOf(item)} type="button" className="as-words" onClick={() => onPick(item)}>
          {nameOf(item)}
        </button>
      ))}
    </section>
  );
}
