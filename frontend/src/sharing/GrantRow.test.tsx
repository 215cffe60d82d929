import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { graphql, RelayEnvironmentProvider, useLazyLoadQuery } from 'react-relay/hooks';
import { createMockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { expect, test } from 'vitest';
import type { GrantRowTestQuery } from '../__generated__/GrantRowTestQuery.graphql';
import { Refusal } from '../api/refusal';
import { appMessages, sharingMessages } from '../i18n/appMessages';
import { loadTranslation, TranslationProvider } from '../i18n/translation';
import { GrantRow } from './GrantRow';
import { permissions } from './permissions';
import { StepUpProvider } from './StepUp';
import type { TablePlace } from './tablePlace';

const place: TablePlace = {
  mailboxId: 'mbx_1',
  address: 'info@acme.example',
  organization: 'Acme',
  connectionId: 'client:mbx_1:users',
  presets: [],
  givable: permissions,
  viewer: { id: 'usr_anna', email: 'anna@acme.example' },
  invite: () => undefined,
};

function Page() {
  const { node } = useLazyLoadQuery<GrantRowTestQuery>(
    graphql`
      query GrantRowTestQuery {
        node(id: "grt_1") {
          ...GrantRow_grant @alias(as: "grant")
        }
      }
    `,
    {},
  );
  return <tbody>{node?.grant && <GrantRow grant={node.grant} place={place} />}</tbody>;
}

async function showRow() {
  const environment = createMockEnvironment();
  environment.mock.queueOperationResolver((operation) =>
    MockPayloadGenerator.generate(operation, {
      Node: () => ({ __typename: 'Grant', id: 'grt_1' }),
      User: () => ({ name: 'Chloé Martin', email: 'chloe@studio.example' }),
      Grant: () => ({
        id: 'grt_1',
        permissions: ['READ', 'DELETE'],
        state: 'ACTIVE',
        startsAt: null,
        expiresAt: null,
        givenAt: '2026-11-03T10:00:00Z',
        lastUsedAt: null,
      }),
      Eligibility: () => ({ allowed: true, reason: null }),
    }),
  );
  const i18n = await loadTranslation('en', appMessages, sharingMessages);
  await act(async () => {
    render(
      <TranslationProvider i18n={i18n}>
        <RelayEnvironmentProvider environment={environment}>
          <StepUpProvider account="anna@acme.example">
            <table>
              <Page />
            </table>
          </StepUpProvider>
        </RelayEnvironmentProvider>
      </TranslationProvider>,
    );
  });
  return environment;
}

const remove = () => screen.getByRole('button', { name: /^Delete:/ });

test('a tile changes before the server has answered, and back when it refuses', async () => {
  const environment = await showRow();
  expect(remove().getAttribute('aria-pressed')).toBe('true');
  await userEvent.click(remove());
  expect(remove().getAttribute('aria-pressed')).toBe('false');
  const operation = environment.mock.getMostRecentOperation();
  expect(operation.request.variables.input).toEqual({ grant: 'grt_1', permissions: ['READ'] });
  await act(async () => environment.mock.reject(operation, new Refusal('FORBIDDEN', 'Ask an owner to do it.')));
  expect(remove().getAttribute('aria-pressed')).toBe('true');
});

test('a change that needs the password is made once it was given', async () => {
  const environment = await showRow();
  await userEvent.click(remove());
  await act(async () =>
    environment.mock.rejectMostRecentOperation(new Refusal('STEP_UP_REQUIRED', 'Confirm your password.')),
  );
  await userEvent.type(await screen.findByLabelText('Password of anna@acme.example'), 'demo-latchkey');
  await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
  await act(async () =>
    environment.mock.resolveMostRecentOperation((operation) => MockPayloadGenerator.generate(operation)),
  );
  const { request } = environment.mock.getMostRecentOperation();
  expect(request.variables.input).toEqual({ grant: 'grt_1', permissions: ['READ'] });
});

test('reading stays while there is access', async () => {
  await showRow();
  const read = screen.getByRole('button', { name: 'Read: given' });
  expect(read.getAttribute('aria-disabled')).toBe('true');
  expect(read.getAttribute('aria-description')).toContain('revoke the access');
});
