import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '../theme/global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { createQueryClient } from '../api/query-client.ts';
import { LanguageProvider, loadLanguage, preferredLanguage } from '../language/language-provider.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { cssVariables, theme } from '../theme/theme.ts';
import type { SystemPages } from './define-pages.ts';
import { createShellRouter } from './shell-router.tsx';
import { SystemsContext } from './systems-context.ts';

/** Shows the shell with the pages of the given systems in `root`; called once by `apps/web`. */
export async function mountShell(root: HTMLElement, systems: readonly SystemPages[]): Promise<void> {
  // zod tries to compile schemas to code, which the content security policy refuses and reports.
  config({ jitless: true });
  const language = preferredLanguage();
  const messages = [shellMessages, ...systems.map((system) => system.messages)];
  await loadLanguage(messages, language);
  const router = createShellRouter(systems);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <LanguageProvider initial={language} messages={messages}>
          <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
            <SystemsContext value={systems}>
              <RouterProvider router={router} />
            </SystemsContext>
          </MantineProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
