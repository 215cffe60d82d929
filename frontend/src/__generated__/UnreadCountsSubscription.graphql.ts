/**
 * @generated SignedSource<<f29c0f7776a31971ed8ead632d988124>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type UnreadCountsSubscription$variables = {
  after?: string | null | undefined;
  mailbox: string;
};
export type UnreadCountsSubscription$data = {
  readonly mailboxActivity: {
    readonly cursor: string;
    readonly folders: ReadonlyArray<{
      readonly id: string;
      readonly mailbox: {
        readonly id: string;
        readonly unread: number;
      };
      readonly unread: number;
    }>;
  };
};
export type UnreadCountsSubscription = {
  response: UnreadCountsSubscription$data;
  variables: UnreadCountsSubscription$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "after"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "mailbox"
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "unread",
  "storageKey": null
},
v4 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "after",
        "variableName": "after"
      },
      {
        "kind": "Variable",
        "name": "mailbox",
        "variableName": "mailbox"
      }
    ],
    "concreteType": "MailboxEvent",
    "kind": "LinkedField",
    "name": "mailboxActivity",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "cursor",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "Folder",
        "kind": "LinkedField",
        "name": "folders",
        "plural": true,
        "selections": [
          (v2/*:: as any*/),
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "Mailbox",
            "kind": "LinkedField",
            "name": "mailbox",
            "plural": false,
            "selections": [
              (v2/*:: as any*/),
              (v3/*:: as any*/)
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "UnreadCountsSubscription",
    "selections": (v4/*:: as any*/),
    "type": "Subscription",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v1/*:: as any*/),
      (v0/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "UnreadCountsSubscription",
    "selections": (v4/*:: as any*/)
  },
  "params": {
    "cacheID": "c337cb30a64ce61e1cd28c5e5ca0d1de",
    "id": null,
    "metadata": {},
    "name": "UnreadCountsSubscription",
    "operationKind": "subscription",
    "text": "subscription UnreadCountsSubscription(\n  $mailbox: ID!\n  $after: Cursor\n) {\n  mailboxActivity(mailbox: $mailbox, after: $after) {\n    cursor\n    folders {\n      id\n      unread\n      mailbox {\n        id\n        unread\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "9f58c16dc31418a2f94bac915da1c270";

export default node;
