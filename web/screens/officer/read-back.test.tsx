import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { expect, test } from '@jest/globals';
import i18next from 'i18next';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import words from '../../i18n/words.zh.ts';
import type { ReportInFullFragment } from '../../nouns/reports/phone/mine.generated.ts';
import { ReportInFull } from '../../nouns/reports/phone/ReportInFull.tsx';
import ui from '../../ui/ui.zh.ts';
import { CheckStep } from './CheckStep.tsx';
import { TopicsDocument } from './lists.generated.ts';
import officer from './officer.zh.ts';

const i18n = i18next.createInstance();
await i18n.use(initReactI18next).init({ lng: 'zh', resources: { zh: { officer, ui, words } } });

const source = {
  __typename: 'Term',
  kind: 'SOURCE',
  code: 'VISIT',
  name: '入户走访',
  nameEn: 'Visit',
  isActive: true,
  isAccusation: false,
  parentCode: null,
  position: 1,
};
const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
client.writeQuery({
  query: TopicsDocument,
  data: { topics: [], sources: [source], latest: { __typename: 'ReportConnection', edges: [] } } as never,
});
const page = (screen: ReactElement) =>
  renderToStaticMarkup(
    <ApolloProvider client={client}>
      <I18nextProvider i18n={i18n}>
        <MemoryRouter>{screen}</MemoryRouter>
      </I18nextProvider>
    </ApolloProvider>,
  );

const report = {
  no: '2026-000007',
  returnReason: null,
  master: null,
  answer: null,
  topic: { name: '饮水难', nameEn: 'Drinking water' },
  source: null,
  place: { fullName: '东关镇 柳林村' },
  reporter: { name: '安', code: '01', unitName: '柳林村' },
  outsideAreaReason: null,
  occurredAt: '2026-03-01T02:00:00.000Z',
  submittedAt: '2026-03-01T02:00:00.000Z',
  urgency: 'NORMAL',
  line: 'LINE',
  content: '村东头水井塌了',
  attachments: [],
  timeline: [],
};

test.each([
  ['SUBMITTED', true],
  ['TRIAGED', true],
  ['WITHDRAWN', false],
  ['RETURNED', false],
])('that a report which is %s will be answered is said: %s', (state, isSaid) => {
  const told = page(
    <ReportInFull report={{ ...report, state } as unknown as ReportInFullFragment} refetch={() => Promise.resolve()} />,
  );
  expect(told.includes(officer.one.answerWaits)).toBe(isSaid);
});

test('before it goes, a report is read back with its source', () => {
  const fields = {
    topic: null,
    urgency: 'NORMAL',
    line: 'LINE',
    place: report.place,
    occurredAt: report.occurredAt,
    households: '',
    people: '',
    content: report.content,
    source: 'VISIT',
  };
  const step = { draft: { fields }, change: () => {}, problems: [], onEdit: () => {} } as unknown as Parameters<
    typeof CheckStep
  >[0];
  expect(page(<CheckStep {...step} />)).toContain(source.name);
});
