/**
 * @generated SignedSource<<2725fb36e977545e05de937bf56f9d6c>>
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
export type purgeTestMutation$variables = {
  input: MarkMessagesInput;
};
export type purgeTestMutation$data = {
  readonly markMessages: {
    readonly messages: ReadonlyArray<{
      readonly id: string;
      readonly mailbox: {
        readonly id: string;
      };
      readonly snippet: string;
    }>;
  };
};
export type purgeTestMutation = {
  response: purgeTestMutation$data;
  variables: purgeTestMutation$variables;
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
v2 = [
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
            "name": "snippet",
            "storageKey": null
          },
          {
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
    "name": "purgeTestMutation",
    "selections": (v2/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "purgeTestMutation",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "cacheID": "ea314d17f400dd13eb160d6d164e380b",
    "id": null,
    "metadata": {},
    "name": "purgeTestMutation",
    "operationKind": "mutation",
    "text": "mutation purgeTestMutation(\n  $input: MarkMessagesInput!\n) {\n  markMessages(input: $input) {\n    messages {\n      id\n      snippet\n      mailbox {\n        id\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "1b81ff15f2a2862bd048d9459de73cb2";

export default node;
