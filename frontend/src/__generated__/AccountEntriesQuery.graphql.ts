/**
 * @generated SignedSource<<db827242043e92c88e6a1f69ec9bb490>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type AccountEntriesQuery$variables = Record<PropertyKey, never>;
export type AccountEntriesQuery$data = {
  readonly accounts: ReadonlyArray<{
    readonly active: boolean;
    readonly user: {
      readonly email: string;
      readonly id: string;
      readonly name: string;
    };
  }>;
};
export type AccountEntriesQuery = {
  response: AccountEntriesQuery$data;
  variables: AccountEntriesQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "Account",
    "kind": "LinkedField",
    "name": "accounts",
    "plural": true,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "active",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "User",
        "kind": "LinkedField",
        "name": "user",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "id",
            "storageKey": null
          },
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
            "name": "email",
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
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "AccountEntriesQuery",
    "selections": (v0/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "AccountEntriesQuery",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "cacheID": "783903c040917ceb2a79f1b182217bc0",
    "id": null,
    "metadata": {},
    "name": "AccountEntriesQuery",
    "operationKind": "query",
    "text": "query AccountEntriesQuery {\n  accounts {\n    active\n    user {\n      id\n      name\n      email\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "f54c843170ad8af5981acea9596ce35b";

export default node;
