import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { comesBackAfterUpdate } from './app/after-update';
import { queries } from './app/queries';
import { router } from './app/router';
import { Themed } from './app/themed';
import { startLanguages } from './i18n';
import '@fontsource-variable/noto-sans-sc';
import './theme/all.css';
import { publishTokens } from './theme/css-variables';

async function start(): Promise<void> {
  comesBackAfterUpdate();
  publishTokens(document.documentElement);
  await startLanguages();
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html lacks #root');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Themed>
          <RouterProvider router={router} />
        </Themed>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
