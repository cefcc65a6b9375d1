import { ApolloProvider } from '@apollo/client/react';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { client } from './apollo.ts';
import { startI18n } from './i18n/i18n.ts';
import { router } from './routes.tsx';
import { followOtherTabs } from './session/tabs.ts';
import { Loading } from './ui/Loading.tsx';
import { UpdatePrompt } from './ui/UpdatePrompt.tsx';
import './ui/theme.css';

followOtherTabs(() => location.assign('/'));

const root = document.getElementById('root');
if (root)
  void startI18n().then(() =>
    createRoot(root).render(
      <StrictMode>
        <ApolloProvider client={client}>
          <Suspense fallback={<Loading />}>
            <RouterProvider router={router} />
            <UpdatePrompt />
          </Suspense>
        </ApolloProvider>
      </StrictMode>,
    ),
  );
