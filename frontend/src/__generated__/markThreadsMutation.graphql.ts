/**
 * @generated SignedSource<<ac496bab1720a66484f1ae9a9d581c2c>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type MarkMessagesInput = {
  messages?: ReadonlyArray<string> | null | undefined;
  seen?: boolean | null | undefined;
  starred?: boolean | null | undefined;
  threads?: ReadonlyArray<string> | null | undefined;
};
export type markThreadsMutation$variables = {
  input: MarkMessagesInput;
};
export type markThreadsMutation$data = {
  readonly markMessages: {
    readonly folders: ReadonlyArray<{
      readonly id: string;
      readonly mailbox: {
        readonly id: string;
        readonly unread: number;
      };
      readonly total: number;
      readonly unread: number;
    }>;
    readonly messages: ReadonlyArray<{
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
      readonly unread: number;
    }>;
  };
};
export type markThreadsMutation = {
  response: markThreadsMutation$data;
  variables: markThreadsMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "starred",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "concreteType": "Mailbox",
  "kind": "LinkedField",
  "name": "mailbox",
  "plural": false,
  "selections": [
    (v1/*:: as any*/)
  ],
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "unread",
  "storageKey": null
},
v5 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "MarkMessagesPayload",
    "kind": "LinkedField",
    "name": "markMessages",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Message",
        "kind": "LinkedField",
        "name": "messages",
        "plural": true,
        "selections": [
          (v1/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "seen",
            "storageKey": null
          },
          (v2/*:: as any*/),
          (v3/*:: as any*/)
        ],
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "Thread",
        "kind": "LinkedField",
        "name": "threads",
        "plural": true,
        "selections": [
          (v1/*:: as any*/),
          (v4/*:: as any*/),
          (v2/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "folderIds",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "lastMessageAt",
            "storageKey": null
          },
          (v3/*:: as any*/)
        ],
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
          (v1/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "total",
            "storageKey": null
          },
          (v4/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "Mailbox",
            "kind": "LinkedField",
            "name": "mailbox",
            "plural": false,
            "selections": [
              (v1/*:: as any*/),
              (v4/*:: as any*/)
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
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "markThreadsMutation",
    "selections": (v5/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "markThreadsMutation",
    "selections": (v5/*:: as any*/)
  },
  "params": {
    "cacheID": "89eb4f87670bf02611775d7ae2992199",
    "id": null,
    "metadata": {},
    "name": "markThreadsMutation",
    "operationKind": "mutation",
    "text": "mutation markThreadsMutation(\n  $input: MarkMessagesInput!\n) {\n  markMessages(input: $input) {\n    messages {\n      id\n      seen\n      starred\n      mailbox {\n        id\n      }\n    }\n    threads {\n      id\n      unread\n      starred\n      folderIds\n      lastMessageAt\n      mailbox {\n        id\n      }\n    }\n    folders {\n      id\n      total\n      unread\n      mailbox {\n        id\n        unread\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "11e9e78fc4ed6e54fdcf1820783b50f4";

export default node;
