/**
 * @generated SignedSource<<35847e0d0f354d2103f3c6e459dc9d50>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type MailboxEventKind = "MESSAGES_CHANGED" | "MESSAGES_DELETED" | "MESSAGE_DELIVERED" | "RESYNC" | "USERS_CHANGED" | "%future added value";
export type useFreshUsersSubscription$variables = {
  after?: string | null | undefined;
  mailbox: string;
};
export type useFreshUsersSubscription$data = {
  readonly mailboxActivity: {
    readonly cursor: string;
    readonly kind: MailboxEventKind;
  };
};
export type useFreshUsersSubscription = {
  response: useFreshUsersSubscription$data;
  variables: useFreshUsersSubscription$variables;
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
v2 = [
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
        "kind": "ScalarField",
        "name": "kind",
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
    "name": "useFreshUsersSubscription",
    "selections": (v2/*:: as any*/),
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
    "name": "useFreshUsersSubscription",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "cacheID": "5ea3c157aed9858d4df4f1aee3b01756",
    "id": null,
    "metadata": {},
    "name": "useFreshUsersSubscription",
    "operationKind": "subscription",
    "text": "subscription useFreshUsersSubscription(\n  $mailbox: ID!\n  $after: Cursor\n) {\n  mailboxActivity(mailbox: $mailbox, after: $after) {\n    cursor\n    kind\n  }\n}\n"
  }
};
})();

(node as any).hash = "edc35289b3345d54a122efb5680d162b";

export default node;
