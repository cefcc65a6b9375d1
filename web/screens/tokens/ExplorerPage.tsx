import type { Fetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { getOperationAST, parse } from 'graphql';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { EXAMPLES } from './examples.ts';
import { OwnersOnly } from './OwnersOnly.tsx';
import 'graphiql/style.css';
import './tokens.css';

/** Where whoever writes a program tries its questions: the contract, examples, and what comes back. It asks under the viewer's own session, and only reads. */
export function ExplorerPage() {
  const { t } = useTranslation('tokens');
  useTabTitle(t('explorer'));
  const storage = useMemo(keptWithThePage, []);
  const fetcher = useMemo(() => readingOnly(t('readsOnly')), [t]);
  return (
    <OwnersOnly>
      <section className="tokens-explorer">
        <header className="as-ends tokens-head">
          <h1>{t('explorer')}</h1>
          <Link to="/tokens">{t('title')}</Link>
        </header>
        <p className="tokens-note">{t('explorerNote')}</p>
        <div className="tokens-explorer-frame">
          <GraphiQL
            fetcher={fetcher}
            storage={storage}
            forcedTheme="light"
            isHeadersEditorEnabled={false}
            showPersistHeadersSettings={false}
            defaultTabs={EXAMPLES.map((query) => ({ query }))}
          >
            {/* Its own leads outside. */}
            <GraphiQL.Logo> </GraphiQL.Logo>
          </GraphiQL>
        </div>
      </section>
    </OwnersOnly>
  );
}

/** As programs would: one request, one answer. What would change something is not even sent. */
const readingOnly =
  (refusal: string): Fetcher =>
  async ({ query, operationName, variables }) => {
    if (getOperationAST(parse(query), operationName)?.operation !== 'query') return { errors: [{ message: refusal }] };
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName, variables }),
    });
    return response.json();
  };

/** Questions name people and places: nothing of them stays on the machine. */
function keptWithThePage() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
