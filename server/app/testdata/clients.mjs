// Follows a mailbox's access with the public clients of both streaming
// protocols, while another person gives and takes it: url, then the cookie of
// the one who shares and of the guest. Prints what each client saw as JSON.
import { createClient as createStreams } from 'graphql-sse';
import { createClient as createSockets } from 'graphql-ws';

const [url, owner, guest] = process.argv.slice(2);
const access = `subscription($after: Cursor) { mailboxAccess(after: $after) { cursor kind address } }`;

// Node's WebSocket takes headers, which a browser's does not need.
class SocketOfGuest extends WebSocket {
  constructor(address, protocols) {
    super(address, { protocols, headers: { cookie: guest } });
  }
}

async function act(cookie, query, variables) {
  const headers = { 'content-type': 'application/json', cookie };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const socket = createSockets({
  url: `${url.replace('http', 'ws')}/graphql`,
  webSocketImpl: SocketOfGuest,
  retryWait: async () => {},
});
const stream = createStreams({ url: `${url}/graphql`, headers: { cookie: guest } });

const seen = {};

/** Follows the guest's access as the client does, from the cursor on. */
function follow(name, client, after) {
  seen[name] = [];
  client.subscribe(
    { query: access, variables: { after } },
    {
      next: ({ data, errors }) => seen[name].push(data?.mailboxAccess.kind ?? errors),
      error: (error) => seen[name].push(`failed: ${error}`),
      complete: () => {},
    },
  );
}

/** Runs a query to its end and returns its result. */
function ask(client, query) {
  return new Promise((resolve, reject) => {
    let result;
    client.subscribe(
      { query },
      {
        next: (next) => {
          result = next;
        },
        error: reject,
        complete: () => resolve(result),
      },
    );
  });
}

async function until(count) {
  const deadline = Date.now() + 10_000;
  while (Object.values(seen).some((kinds) => kinds.length < count)) {
    if (Date.now() > deadline) throw new Error(`only ${JSON.stringify(seen)} came`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const { viewer } = await act(
  owner,
  `{ viewer { mailbox(address: "billing@acme.example") { id } organizations { edges { node {
    members { edges { node { user { id email } } } } } } } } }`,
);
const members = viewer.organizations.edges.flatMap(({ node }) => node.members.edges.map((edge) => edge.node.user));
const user = members.find(({ email }) => email === 'ben@acme.example').id;

const before = await act(guest, '{ viewer { accessCursor } }');
const give = 'mutation($input: GrantAccessInput!) { grantAccess(input: $input) { grant { id } } }';
const { grantAccess } = await act(owner, give, { input: { mailbox: viewer.mailbox.id, user, permissions: ['READ'] } });
follow('graphql-ws', socket, before.viewer.accessCursor); // the first is replayed
follow('graphql-sse', stream, before.viewer.accessCursor);
await until(1);
const grant = grantAccess.grant.id;
const change =
  'mutation($grant: ID!) { updateGrant(input: { grant: $grant, permissions: [READ, ORGANIZE] }) { grant { id } } }';
await act(owner, change, { grant });
await until(2);
await act(owner, 'mutation($grant: ID!) { revokeGrant(input: { grant: $grant }) { revokedGrantId } }', { grant });
await until(3);

const query = '{ viewer { user { email } } }';
const asked = { 'graphql-ws': await ask(socket, query), 'graphql-sse': await ask(stream, query) };
console.log(JSON.stringify({ seen, asked }));
await socket.dispose();
stream.dispose();
process.exit(0); // streams that are cut close their connections in their own time
