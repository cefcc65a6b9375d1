import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSend } from '../../deeds/useSend.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { useRoleName } from '../../session/usePostName.ts';
import { useQuestion } from '../../ui/desk/dialogs.tsx';
import { RowDeed } from '../../ui/desk/RowDeed.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { OwnersOnly } from './OwnersOnly.tsx';
import { SecretDialog } from './SecretDialog.tsx';
import { type Created, TokenDialog } from './TokenDialog.tsx';
import { RevokeTokenDocument, type TokenRowFragment, TokensDocument } from './tokens.generated.ts';
import './tokens.css';

/** The viewer's own tokens: which programs read in their name, until when, and when they last did. */
export function TokensPage() {
  const { t } = useTranslation('tokens');
  useTabTitle(t('title'));
  return (
    <OwnersOnly>
      <OwnTokens />
    </OwnersOnly>
  );
}

function OwnTokens() {
  const { t } = useTranslation('tokens');
  const asked = useQuery(TokensDocument, { fetchPolicy: 'cache-and-network' });
  const [isMaking, setMaking] = useState(false);
  /** Not kept but on the screen: it is shown this once. */
  const [created, setCreated] = useState<Created>();
  return (
    <section className="tokens">
      <header className="as-ends tokens-head">
        <h1>{t('title')}</h1>
        <Button type="primary" onClick={() => setMaking(true)}>
          {t('new')}
        </Button>
      </header>
      <p className="tokens-note">
        {t('note')} <Link to="/tokens/explorer">{t('explorer')}</Link>
      </p>
      <Loaded data={asked.data?.tokens} asked={asked}>
        {(tokens) =>
          tokens.length === 0 ? (
            <Empty text={t('none')}>{t('noneHint')}</Empty>
          ) : (
            <ul className="as-list">
              {tokens.map((token) => (
                <Token key={token.id} token={token} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isMaking && (
        <TokenDialog
          onDone={(made) => {
            setMaking(false);
            setCreated(made);
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {created && <SecretDialog created={created} onClose={() => setCreated(undefined)} />}
    </section>
  );
}

function Token({ token }: { token: TokenRowFragment }) {
  const { t } = useTranslation('tokens');
  const roleName = useRoleName();
  const ask = useQuestion();
  const { said } = useMessages();
  const { send } = useSend();
  const { id, name, prefix, scopes, post, createdAt, expiresOn, usedOn, state } = token;
  const revoke = () =>
    ask({
      title: t('revokeAsk', { name }),
      content: t('revokeHint'),
      okText: t('revoke'),
      onOk: async () =>
        said(await send(RevokeTokenDocument, { id }, { refetchQueries: [TokensDocument] }), t('revoked', { name })),
    });
  return (
    <li className="as-panel as-ends tokens-row">
      <div className="as-stack tokens-what">
        <p>
          <strong>{name}</strong> <span className={`tokens-state tokens-${state}`}>{t(`state.${state}`)}</span>
        </p>
        <p>{scopes.map((scope) => t(`scope.${scope}`)).join('、')}</p>
        <small>
          {[
            t('begins', { prefix }),
            post?.unit && t('post', { post: `${post.unit.name} · ${roleName(post)}` }),
            t('created', { time: shanghaiTime(createdAt) }),
            t('until', { day: expiresOn }),
            usedOn ? t('usedOn', { day: usedOn }) : t('neverUsed'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      {state === 'IN_FORCE' && <RowDeed deed={t('revoke')} of={name} onClick={revoke} />}
    </li>
  );
}
