import { type UseMutationConfig, useMutation } from 'react-relay/hooks';
import type { GraphQLTaggedNode, MutationParameters } from 'relay-runtime';
import { asRefusal } from './refusal';

type Config<M extends MutationParameters> = Omit<UseMutationConfig<M>, 'variables' | 'onCompleted' | 'onError'>;

/**
 * A mutation as a promise: `const [revoke, busy] = useAct<…>(mutation)`, then
 * `await revoke({ input })`, which rejects with a Refusal. What was shown
 * before its time (`optimisticResponse`, `optimisticUpdater`) is rolled back by then.
 */
export function useAct<M extends MutationParameters>(
  mutation: GraphQLTaggedNode,
): [act: (variables: M['variables'], config?: Config<M>) => Promise<M['response']>, busy: boolean] {
  const [commit, busy] = useMutation<M>(mutation);
  const act = (variables: M['variables'], config: Config<M> = {}) =>
    new Promise<M['response']>((resolve, reject) => {
      commit({ ...config, variables, onCompleted: resolve, onError: (failure) => reject(asRefusal(failure)) });
    });
  return [act, busy];
}
