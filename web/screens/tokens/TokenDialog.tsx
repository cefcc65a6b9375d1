import { TOKEN_SCOPES, type TokenScope } from '@lxq/schema/access-tokens.ts';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthProblem } from '@lxq/schema/problems.ts';
import { STORED_PER_VISIBLE, visibleLength } from '@lxq/schema/texts/characters.ts';
import { Checkbox, Form, Input, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { useSend } from '../../deeds/useSend.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { countyNow } from '../../ui/county-clock.ts';
import { PersonalDataHint } from '../../ui/PersonalDataHint.tsx';
import { CreateTokenDocument, type CreateTokenMutation, TokensDocument } from './tokens.generated.ts';

export type Created = CreateTokenMutation['createToken'];
const { name: LENGTH, days: USUAL, mostDays: YEAR } = LIMITS.token;

interface Props {
  onDone: (created: Created) => void;
  onClose: () => void;
}

/** Which program it is for, what it may read, and until when. */
export function TokenDialog({ onDone, onClose }: Props) {
  const { t } = useTranslation('tokens');
  const kept = useKeptText({ deed: 'createToken', subject: 'new' }, '');
  const [scopes, setScopes] = useState<TokenScope[]>(['TABLES']);
  const [days, setDays] = useState<number>(USUAL);
  const { isBusy, send } = useSend();
  const created = useRef<Created>(undefined);
  const name = kept.value.trim();
  return (
    <DeedDialog
      title={t('new')}
      okText={t('create')}
      isReady={lengthProblem('name', name, LENGTH).length === 0 && scopes.length > 0}
      isBusy={isBusy}
      kept={kept}
      width={520}
      send={async () => {
        const expiresOn = addDays(dayOf(new Date(countyNow())), days);
        const outcome = await send(
          CreateTokenDocument,
          { name, scopes, expiresOn },
          { fetchPolicy: 'no-cache', refetchQueries: [TokensDocument] },
        );
        if ('value' in outcome) created.current = outcome.value as Created;
        return outcome;
      }}
      onDone={() => created.current && onDone(created.current)}
      onClose={onClose}
    >
      <Form.Item
        label={t('name')}
        htmlFor="token-name"
        required
        extra={t('nameHint', { count: visibleLength(name), max: LENGTH.max })}
      >
        <Input
          id="token-name"
          autoFocus
          value={kept.value}
          maxLength={LENGTH.max * STORED_PER_VISIBLE}
          onChange={(event) => kept.change(event.target.value)}
        />
        <PersonalDataHint text={kept.value} onMask={kept.change} />
      </Form.Item>
      <fieldset className="tokens-scopes">
        <legend>{t('scopes')}</legend>
        {TOKEN_SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            checked={scopes.includes(scope)}
            onChange={({ target }) =>
              setScopes(TOKEN_SCOPES.filter((one) => (one === scope ? target.checked : scopes.includes(one))))
            }
          >
            {t(`scope.${scope}`)} <small>{t(`scopeHint.${scope}`)}</small>
          </Checkbox>
        ))}
      </fieldset>
      <fieldset className="tokens-days">
        <legend>{t('days')}</legend>
        <Radio.Group value={days} onChange={({ target }) => setDays(target.value)}>
          {[30, USUAL, 180, YEAR].map((each) => (
            <Radio key={each} value={each}>
              {each === YEAR ? t('lastsYear') : t('lasts', { count: each })}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
    </DeedDialog>
  );
}
