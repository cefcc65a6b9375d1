import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { weighing } from '../../../ui/sizes.ts';
import { type Choice, type Choosing, mayGoBetter } from './useChoosing.ts';

/** What was chosen and is not on the phone yet, or cannot be: nothing of it is claimed. */
export const ChoiceRows = ({ choosing }: { choosing: Choosing }) =>
  choosing.choices.map((choice) => (
    <ChoiceRow
      key={choice.id}
      choice={choice}
      onRetry={() => choosing.retry(choice.id)}
      onDismiss={() => choosing.dismiss(choice.id)}
    />
  ));

interface Props {
  choice: Choice;
  onRetry: () => void;
  onDismiss: () => void;
}

function ChoiceRow({ choice, onRetry, onDismiss }: Props) {
  const { t } = useTranslation(['officer', 'attachments']);
  const { file, kind, fault } = choice;
  const name = kind === 'VOICE' ? t('attachments:kind.VOICE') : file.name;
  if (!fault)
    return (
      <li className="as-row attachment" aria-busy="true">
        <div className="attachment-words">
          <strong>{name}</strong>
          <span role="status">{t('attach.preparing', { size: weighing(file.size) })}</span>
        </div>
      </li>
    );
  return (
    <li className="as-row attachment attachment-failed">
      <div className="attachment-words" role="alert">
        <strong>{name}</strong>
        <span>{t(`attach.fault.${fault}`)}</span>
      </div>
      <div className="as-row attachment-deeds">
        {mayGoBetter(fault) && <PlainButton onClick={onRetry}>{t('attach.retry')}</PlainButton>}
        <PlainButton onClick={onDismiss}>{t('attach.dismiss')}</PlainButton>
      </div>
    </li>
  );
}
