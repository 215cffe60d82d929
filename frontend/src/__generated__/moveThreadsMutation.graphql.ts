/**
 * @generated SignedSource<<2fd8439d06e96cd588006543df3835fa>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type MoveMessagesInput = {
  folder: string;
  messages?: ReadonlyArray<string> | null | undefined;
  threads?: ReadonlyArray<string> | null | undefined;
};
export type moveThreadsMutation$variables = {
  input: MoveMessagesInput;
};
export type moveThreadsMutation$data = {
  readonly moveMessages: {
    readonly folders: ReadonlyArray<{
      readonly id: string;
      readonly mailbox: {
        readonly id: string;
        readonly unread: number;
      };
      readonly total: number;
      readonly unread: number;
    }>;
    readonly moved: ReadonlyArray<{
      readonly fromFolderId: string;
      readonly messageId: string;
    }>;
    readonly threads: ReadonlyArray<{
      readonly folderIds: ReadonlyArray<string>;
      readonly id: string;
      readonly lastMessageAt: string;
      readonly mailbox: {
        readonly id: string;
      };
      readonly " $fragmentSpreads": FragmentRefs<"ThreadRow_thread">;
    }>;
  };
};
export type moveThreadsMutation = {
  response: moveThreadsMutation$data;
  variables: moveThreadsMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "input",
    "variableName": "input"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "concreteType": "MovedMessage",
  "kind": "LinkedField",
  "name": "moved",
  "plural": true,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "messageId",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "fromFolderId",
      "storageKey": null
    }
  ],
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "folderIds",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "lastMessageAt",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "concreteType": "Mailbox",
  "kind": "LinkedField",
  "name": "mailbox",
  "plural": false,
  "selections": [
    (v3/*:: as any*/)
  ],
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "unread",
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "concreteType": "Folder",
  "kind": "LinkedField",
  "name": "folders",
  "plural": true,
  "selections": [
    (v3/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "total",
      "storageKey": null
    },
    (v7/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "concreteType": "Mailbox",
      "kind": "LinkedField",
      "name": "mailbox",
      "plural": false,
      "selections": [
        (v3/*:: as any*/),
        (v7/*:: as any*/)
      ],
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "moveThreadsMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "MoveMessagesPayload",
        "kind": "LinkedField",
        "name": "moveMessages",
        "plural": false,
        "selections": [
          (v2/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "Thread",
            "kind": "LinkedField",
            "name": "threads",
            "plural": true,
            "selections": [
              (v3/*:: as any*/),
              (v4/*:: as any*/),
              (v5/*:: as any*/),
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "ThreadRow_thread"
              },
              (v6/*:: as any*/)
            ],
            "storageKey": null
          },
          (v8/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "moveThreadsMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "MoveMessagesPayload",
        "kind": "LinkedField",
        "name": "moveMessages",
        "plural": false,
        "selections": [
          (v2/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "Thread",
            "kind": "LinkedField",
            "name": "threads",
            "plural": true,
            "selections": [
              (v3/*:: as any*/),
              (v4/*:: as any*/),
              (v5/*:: as any*/),
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
              (v7/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "starred",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "hasAttachments",
                "storageKey": null
              },
              (v6/*:: as any*/)
            ],
            "storageKey": null
          },
          (v8/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "f7fb7a1571c10f1a5bec2aa7c341113d",
    "id": null,
    "metadata": {},
    "name": "moveThreadsMutation",
    "operationKind": "mutation",
    "text": "mutation moveThreadsMutation(\n  $input: MoveMessagesInput!\n) {\n  moveMessages(input: $input) {\n    moved {\n      messageId\n      fromFolderId\n    }\n    threads {\n      id\n      folderIds\n      lastMessageAt\n      ...ThreadRow_thread\n      mailbox {\n        id\n      }\n    }\n    folders {\n      id\n      total\n      unread\n      mailbox {\n        id\n        unread\n      }\n    }\n  }\n}\n\nfragment ThreadRow_thread on Thread {\n  id\n  subject\n  snippet\n  participants {\n    name\n    address\n  }\n  messageCount\n  unread\n  starred\n  hasAttachments\n  lastMessageAt\n  folderIds\n  mailbox {\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "b54b0aaa8c07f68eb388cb005f99cb94";

export default node;
