import type { Plugin } from 'vite';

/**
 * The parts of Relay that this SPA never calls. Relay is CommonJS, so no
 * bundler can tell; they are a sixth of it. A part that is called after all
 * throws at once and names itself.
 */
const UNUSED = [
  // Hooks: queries are lazy, and there are no entry points.
  'react-relay/lib/relay-hooks/EntryPointContainer.react',
  'react-relay/lib/relay-hooks/loadEntryPoint',
  'react-relay/lib/relay-hooks/useEntryPointLoader',
  'react-relay/lib/relay-hooks/useFragmentInternal_CURRENT', // its name notwithstanding: a flag has chosen the other
  'react-relay/lib/relay-hooks/useMutationAction_EXPERIMENTAL',
  'react-relay/lib/relay-hooks/usePreloadedQuery',
  'react-relay/lib/relay-hooks/useSubscribeToInvalidationState',
  // Declarative configs and directives of mutations: ours write updaters.
  'relay-runtime/lib/handlers/connection/MutationHandlers',
  'relay-runtime/lib/mutations/RelayDeclarativeMutationConfig',
  'relay-runtime/lib/mutations/applyOptimisticMutation',
  // Updatable fragments (@updatable) and inline ones (@inline).
  'relay-runtime/lib/mutations/createUpdatableProxy',
  'relay-runtime/lib/mutations/readUpdatableFragment',
  'relay-runtime/lib/mutations/readUpdatableQuery',
  'relay-runtime/lib/store/readInlineData',
  // What stands beside the hooks for other frameworks, and caches of answers.
  'relay-runtime/lib/network/RelayQueryResponseCache',
  'relay-runtime/lib/query/fetchQuery_DEPRECATED',
  'relay-runtime/lib/store/NormalizationEngine',
  'relay-runtime/lib/store/createFragmentSpecResolver',
  'relay-runtime/lib/store/observeFragmentExperimental',
  'relay-runtime/lib/store/observeQueryExperimental',
  'relay-runtime/lib/store/waitForFragmentExperimental',
  'relay-runtime/lib/store/live-resolvers/resolverDataInjector',
];

/** The cache of resolvers that live on the client: there are none, so it has nothing to keep. */
const NO_RESOLVERS = `
const { NoopResolverCache } = require('../ResolverCache');
class LiveResolverCache extends NoopResolverCache {
  getLiveResolverPromise() { throw new Error('no live resolvers'); }
  batchLiveStateUpdates(callback) { callback(); }
  batchLiveStateUpdatesWithoutNotify(callback) { callback(); return false; }
  unsubscribeFromLiveResolverRecords() {}
  invalidateResolverRecords() {}
}
module.exports = { LiveResolverCache };`;

const withoutUse = (part: string) => `module.exports = () => { throw new Error('${part} is left out of the build'); };`;

const replaced = new Map([
  ...UNUSED.map((part) => [part, withoutUse(part)] as const),
  ['relay-runtime/lib/store/live-resolvers/LiveResolverCache', NO_RESOLVERS],
]);

/** Builds without what Relay has and Latchkey doesn't use. Development and tests see the whole of it. */
export function leanRelay(): Plugin {
  return {
    name: 'latchkey:lean-relay',
    apply: 'build',
    load: {
      filter: { id: /\/node_modules\/(react-relay|relay-runtime)\/lib\// },
      handler: (id) => replaced.get(id.replace(/^.*\/node_modules\//, '').replace(/\.js$/, '')),
    },
  };
}
