import { mostOf } from '@lxq/schema/attachments/attachment-draft.ts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attached } from '../../../device/draft.ts';
import { DOCUMENTS } from '../../../device/prepare.ts';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { Recorder } from './Recorder.tsx';
import type { Choosing } from './useChoosing.ts';

/** The camera at once, the gallery, the microphone, and documents. */
export function ChooseButtons({ choosing, attached }: { choosing: Choosing; attached: readonly Attached[] }) {
  const { t } = useTranslation('officer');
  const [isRecording, setRecording] = useState(false);
  const isFull = (kind: Attached['kind']) =>
    attached.filter((one) => one.kind === kind).length >= mostOf('REPORT', kind);
  return (
    <>
      <div className="as-wrap attachments-choose">
        <Chooser
          accept="image/*"
          capture
          disabled={isFull('PHOTO')}
          onChoose={(files) => choosing.choose(files, 'PHOTO')}
        >
          {t('attach.camera')}
        </Chooser>
        <Chooser
          accept="image/*"
          multiple
          disabled={isFull('PHOTO')}
          onChoose={(files) => choosing.choose(files, 'PHOTO')}
        >
          {t('attach.gallery')}
        </Chooser>
        <PlainButton disabled={isFull('VOICE')} aria-expanded={isRecording} onClick={() => setRecording(!isRecording)}>
          {t('attach.voice')}
        </PlainButton>
        <Chooser
          accept={DOCUMENTS}
          multiple
          disabled={isFull('FILE')}
          onChoose={(files) => choosing.choose(files, 'FILE')}
        >
          {t('attach.file')}
        </Chooser>
      </div>
      {isRecording && (
        <Recorder
          onRecorded={({ blob, seconds }) => {
            choosing.choose([new File([blob], 'voice', { type: blob.type })], 'VOICE', seconds);
          }}
          onClose={() => setRecording(false)}
        />
      )}
    </>
  );
}

interface ChooserProps {
  accept: string;
  capture?: boolean;
  multiple?: boolean;
  disabled?: boolean;
  /** Where its words alone do not say what is chosen. */
  label?: string;
  onChoose: (files: File[]) => void;
  children: ReactNode;
}

/** The browser's own field, as large as its words. */
export function Chooser({
  accept,
  capture = false,
  multiple = false,
  disabled = false,
  onChoose,
  label,
  children,
}: ChooserProps) {
  return (
    <label className="plain-button plain-button-quiet attachments-chooser" data-disabled={disabled || undefined}>
      {children}
      <input
        type="file"
        className="sr-only"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-label={label}
        {...(capture && { capture: 'environment' })}
        onChange={({ target }) => {
          onChoose([...(target.files ?? [])]);
          // The same file again is another choice.
          target.value = '';
        }}
      />
    </label>
  );
}
