import { commitMutation, fetchQuery, graphql } from 'react-relay/hooks';
import { Environment, type GraphQLResponse, Network, RecordSource, Store } from 'relay-runtime';
import { expect, test } from 'vitest';
import type { viewerTestMutation } from '../__generated__/viewerTestMutation.graphql';
import type { viewerTestQuery } from '../__generated__/viewerTestQuery.graphql';

const query = graphql`
  query viewerTestQuery {
    viewer {
      security {
        hasSecondFactor
        passkeys {
          id
        }
      }
    }
  }
`;
const mutation = graphql`
  mutation viewerTestMutation($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      viewer {
        security {
          hasSecondFactor
          passkeys {
            id
          }
        }
      }
    }
  }
`;

test('what a mutation answers with of the viewer is what pages read next', async () => {
  const environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ operationKind }): Promise<GraphQLResponse> => {
      const isBefore = operationKind === 'query';
      const security = { hasSecondFactor: isBefore, passkeys: isBefore ? [{ id: 'key' }] : [] };
      return { data: isBefore ? { viewer: { security } } : { removePasskey: { viewer: { security } } } };
    }),
  });
  const read = (fetchPolicy: 'network-only' | 'store-or-network') =>
    fetchQuery<viewerTestQuery>(environment, query, {}, { fetchPolicy }).toPromise();
  await read('network-only');
  await new Promise<void>((resolve) => {
    commitMutation<viewerTestMutation>(environment, {
      mutation,
      variables: { input: { passkey: 'key' } },
      onCompleted: () => resolve(),
    });
  });
  expect((await read('store-or-network'))?.viewer?.security).toEqual({ hasSecondFactor: false, passkeys: [] });
});
