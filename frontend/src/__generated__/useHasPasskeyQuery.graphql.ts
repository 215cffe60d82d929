/**
 * @generated SignedSource<<ad671ddc0c43b3e96271d0235dc055df>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type useHasPasskeyQuery$variables = Record<PropertyKey, never>;
export type useHasPasskeyQuery$data = {
  readonly viewer: {
    readonly security: {
      readonly passkeys: ReadonlyArray<{
        readonly id: string;
      }>;
    };
  } | null | undefined;
};
export type useHasPasskeyQuery = {
  response: useHasPasskeyQuery$data;
  variables: useHasPasskeyQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "Viewer",
    "kind": "LinkedField",
    "name": "viewer",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Security",
        "kind": "LinkedField",
        "name": "security",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Passkey",
            "kind": "LinkedField",
            "name": "passkeys",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "id",
                "storageKey": null
              }
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
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "useHasPasskeyQuery",
    "selections": (v0/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "useHasPasskeyQuery",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "cacheID": "b1a0ae1c5bd8c34e7c5611d7823f2bc3",
    "id": null,
    "metadata": {},
    "name": "useHasPasskeyQuery",
    "operationKind": "query",
    "text": "query useHasPasskeyQuery {\n  viewer {\n    security {\n      passkeys {\n        id\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "f6e06ff402130f9f2899a871f13403a4";

export default node;
