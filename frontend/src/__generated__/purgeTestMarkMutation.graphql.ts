/**
 * @generated SignedSource<<01e20ecb3c684dcfea1296591031a389>>
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
export type purgeTestMarkMutation$variables = {
  input: MarkMessagesInput;
};
export type purgeTestMarkMutation$data = {
  readonly markMessages: {
    readonly folders: ReadonlyArray<{
      readonly id: string;
      readonly mailbox: {
        readonly id: string;
      };
      readonly name: string;
    }>;
  };
};
export type purgeTestMarkMutation = {
  response: purgeTestMarkMutation$data;
  variables: purgeTestMarkMutation$variables;
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
            "name": "name",
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
    "name": "purgeTestMarkMutation",
    "selections": (v2/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "purgeTestMarkMutation",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "cacheID": "dfd88264c6c419985cd6601a31e12974",
    "id": null,
    "metadata": {},
    "name": "purgeTestMarkMutation",
    "operationKind": "mutation",
    "text": "mutation purgeTestMarkMutation(\n  $input: MarkMessagesInput!\n) {\n  markMessages(input: $input) {\n    folders {\n      id\n      name\n      mailbox {\n        id\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "6049e33bf05544756eb6c8e3397daec5";

export default node;
