/**
 * @generated SignedSource<<d64f5bf80534b68e826b461a460ef9f3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type MailboxEventKind = "MESSAGES_CHANGED" | "MESSAGES_DELETED" | "MESSAGE_DELIVERED" | "RESYNC" | "USERS_CHANGED" | "%future added value";
export type useMailboxActivitySubscription$variables = {
  after?: string | null | undefined;
  mailbox: string;
};
export type useMailboxActivitySubscription$data = {
  readonly mailboxActivity: {
    readonly at: string;
    readonly cursor: string;
    readonly folders: ReadonlyArray<{
      readonly id: string;
      readonly mailbox: {
        readonly id: string;
        readonly unread: number;
      };
      readonly total: number;
      readonly unread: number;
    }>;
    readonly goneThreadIds: ReadonlyArray<string>;
    readonly kind: MailboxEventKind;
    readonly mailboxId: string;
    readonly messages: ReadonlyArray<{
      readonly folder: {
        readonly id: string;
        readonly mailbox: {
          readonly id: string;
        };
      };
      readonly id: string;
      readonly mailbox: {
        readonly id: string;
      };
      readonly seen: boolean;
      readonly starred: boolean;
    }>;
    readonly threads: ReadonlyArray<{
      readonly folderIds: ReadonlyArray<string>;
      readonly id: string;
      readonly lastMessageAt: string;
      readonly mailbox: {
        readonly id: string;
      };
      readonly starred: boolean;
      readonly " $fragmentSpreads": FragmentRefs<"ThreadRow_thread">;
    }>;
  };
};
export type useMailboxActivitySubscription = {
  response: useMailboxActivitySubscription$data;
  variables: useMailboxActivitySubscription$variables;
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
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "cursor",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "kind",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "at",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "mailboxId",
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "starred",
  "storageKey": null
},
v9 = {
  "alias": null,
  "args": null,
  "concreteType": "Mailbox",
  "kind": "LinkedField",
  "name": "mailbox",
  "plural": false,
  "selections": [
    (v7/*:: as any*/)
  ],
  "storageKey": null
},
v10 = {
  "alias": null,
  "args": null,
  "concreteType": "Message",
  "kind": "LinkedField",
  "name": "messages",
  "plural": true,
  "selections": [
    (v7/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "seen",
      "storageKey": null
    },
    (v8/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "concreteType": "Folder",
      "kind": "LinkedField",
      "name": "folder",
      "plural": false,
      "selections": [
        (v7/*:: as any*/),
        (v9/*:: as any*/)
      ],
      "storageKey": null
    },
    (v9/*:: as any*/)
  ],
  "storageKey": null
},
v11 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "folderIds",
  "storageKey": null
},
v12 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "lastMessageAt",
  "storageKey": null
},
v13 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "goneThreadIds",
  "storageKey": null
},
v14 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "unread",
  "storageKey": null
},
v15 = {
  "alias": null,
  "args": null,
  "concreteType": "Folder",
  "kind": "LinkedField",
  "name": "folders",
  "plural": true,
  "selections": [
    (v7/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "total",
      "storageKey": null
    },
    (v14/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "concreteType": "Mailbox",
      "kind": "LinkedField",
      "name": "mailbox",
      "plural": false,
      "selections": [
        (v7/*:: as any*/),
        (v14/*:: as any*/)
      ],
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "useMailboxActivitySubscription",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "MailboxEvent",
        "kind": "LinkedField",
        "name": "mailboxActivity",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          (v4/*:: as any*/),
          (v5/*:: as any*/),
          (v6/*:: as any*/),
          (v10/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "Thread",
            "kind": "LinkedField",
            "name": "threads",
            "plural": true,
            "selections": [
              (v7/*:: as any*/),
              (v11/*:: as any*/),
              (v12/*:: as any*/),
              (v8/*:: as any*/),
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "ThreadRow_thread"
              },
              (v9/*:: as any*/)
            ],
            "storageKey": null
          },
          (v13/*:: as any*/),
          (v15/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
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
    "name": "useMailboxActivitySubscription",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "MailboxEvent",
        "kind": "LinkedField",
        "name": "mailboxActivity",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          (v4/*:: as any*/),
          (v5/*:: as any*/),
          (v6/*:: as any*/),
          (v10/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "Thread",
            "kind": "LinkedField",
            "name": "threads",
            "plural": true,
            "selections": [
              (v7/*:: as any*/),
              (v11/*:: as any*/),
              (v12/*:: as any*/),
              (v8/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "subject",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "snippet",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "EmailAddress",
                "kind": "LinkedField",
                "name": "participants",
                "plural": true,
                "selections": [
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "name",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "address",
                    "storageKey": null
                  }
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "messageCount",
                "storageKey": null
              },
              (v14/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "hasAttachments",
                "storageKey": null
              },
              (v9/*:: as any*/)
            ],
            "storageKey": null
          },
          (v13/*:: as any*/),
          (v15/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "78dbaa2d8b3c1a0c9c61f484c89f7821",
    "id": null,
    "metadata": {},
    "name": "useMailboxActivitySubscription",
    "operationKind": "subscription",
    "text": "subscription useMailboxActivitySubscription(\n  $mailbox: ID!\n  $after: Cursor\n) {\n  mailboxActivity(mailbox: $mailbox, after: $after) {\n    cursor\n    kind\n    at\n    mailboxId\n    messages {\n      id\n      seen\n      starred\n      folder {\n        id\n        mailbox {\n          id\n        }\n      }\n      mailbox {\n        id\n      }\n    }\n    threads {\n      id\n      folderIds\n      lastMessageAt\n      starred\n      ...ThreadRow_thread\n      mailbox {\n        id\n      }\n    }\n    goneThreadIds\n    folders {\n      id\n      total\n      unread\n      mailbox {\n        id\n        unread\n      }\n    }\n  }\n}\n\nfragment ThreadRow_thread on Thread {\n  id\n  subject\n  snippet\n  participants {\n    name\n    address\n  }\n  messageCount\n  unread\n  starred\n  hasAttachments\n  lastMessageAt\n  folderIds\n  mailbox {\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "ec9c0d6fab0b5802c9fa89b52d07b27f";

export default node;
