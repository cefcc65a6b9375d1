import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { beforeAll, expect, test } from '@jest/globals';
import { App } from 'antd';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { DeadlineDeeds } from './DeadlineDeeds.tsx';
import { deadline } from './deadline.testing.ts';
import deadlines from './deadlines.zh.ts';

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh', resources: { zh: { deadlines } } }));

const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
const shown = (changes: Partial<typeof deadline>) =>
  renderToStaticMarkup(
    <ApolloProvider client={client}>
      <App>
        <DeadlineDeeds deadline={{ ...deadline, ...changes }} />
      </App>
    </ApolloProvider>,
  );

test('more time is asked for and decided on by whom the server lets, and from the states that the deed starts from', () => {
  expect(shown({})).not.toContain('<button');
  expect(shown({ viewerCanRequestExtension: true })).toContain('申请延期');
  expect(shown({ viewerCanRequestExtension: true, state: 'MET' })).not.toContain('<button');
  const decides = shown({
    ...{ state: 'EXTENSION_REQUESTED', viewerCanApproveExtension: true, viewerCanRefuseExtension: true },
  });
  for (const words of ['同意延期', '不同意延期']) expect(decides).toContain(words);
});
