import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { graphql, RelayEnvironmentProvider, useLazyLoadQuery } from 'react-relay/hooks';
import { createMockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { expect, test, vi } from 'vitest';
import type { AccountMenuTestQuery } from '../__generated__/AccountMenuTestQuery.graphql';
import { appMessages } from '../i18n/appMessages';
import { loadTranslation, TranslationProvider } from '../i18n/translation';
import { AccountMenu } from './AccountMenu';

function Page() {
  const { viewer } = useLazyLoadQuery<AccountMenuTestQuery>(
    graphql`
      query AccountMenuTestQuery {
        viewer {
          ...AccountMenu_viewer
        }
      }
    `,
    {},
  );
  return viewer && <AccountMenu viewer={viewer} />;
}

test('the account menu says who is signed in, and turns the page dark', async () => {
  const environment = createMockEnvironment();
  environment.mock.queueOperationResolver((operation) =>
    MockPayloadGenerator.generate(operation, { User: () => ({ name: 'Chloé Martin', email: 'chloe@studio.example' }) }),
  );
  const i18n = await loadTranslation('en', appMessages);
  await act(async () => {
    render(
      <TranslationProvider i18n={i18n}>
        <RelayEnvironmentProvider environment={environment}>
          <Page />
        </RelayEnvironmentProvider>
      </TranslationProvider>,
    );
  });
  await userEvent.click(screen.getByRole('button', { name: 'Account of Chloé Martin' }));
  await vi.waitFor(() =>
    expect(environment.mock.getMostRecentOperation().request.node.operation.name).toBe('AccountEntriesQuery'),
  );
  await act(async () => environment.mock.resolveMostRecentOperation({ data: { accounts: [] } }));
  expect(await screen.findByText('Chloé Martin · chloe@studio.example')).toBeTruthy();
  await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Dark' }));
  expect(document.documentElement.dataset.theme).toBe('dark');
});
