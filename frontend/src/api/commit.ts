import {
  commitMutation,
  type Environment,
  type GraphQLTaggedNode,
  type MutationConfig,
  type MutationParameters,
} from 'relay-runtime';
import { asRefusal } from './refusal';

type Config<M extends MutationParameters> = Omit<
  MutationConfig<M>,
  'mutation' | 'variables' | 'onCompleted' | 'onError'
>;

/** A mutation as a promise, outside of components. It rejects with a Refusal; what was shown before its time is rolled back by then. */
export const commit = <M extends MutationParameters>(
  environment: Environment,
  mutation: GraphQLTaggedNode,
  variables: M['variables'],
  config: Config<M> = {},
) =>
  new Promise<M['response']>((resolve, reject) => {
    commitMutation<M>(environment, {
      ...config,
      mutation,
      variables,
      onCompleted: resolve,
      onError: (failure) => reject(asRefusal(failure)),
    });
  });
