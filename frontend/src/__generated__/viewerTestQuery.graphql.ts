/**
 * @generated SignedSource<<da84546a047b513843f7eaac58736722>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type viewerTestQuery$variables = Record<PropertyKey, never>;
export type viewerTestQuery$data = {
  readonly viewer: {
    readonly security: {
      readonly hasSecondFactor: boolean;
      readonly passkeys: ReadonlyArray<{
        readonly id: string;
      }>;
    };
  } | null | undefined;
};
export type viewerTestQuery = {
  response: viewerTestQuery$data;
  variables: viewerTestQuery$variables;
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
            "kind": "ScalarField",
            "name": "hasSecondFactor",
            "storageKey": null
          },
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
    "name": "viewerTestQuery",
    "selections": (v0/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "viewerTestQuery",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "cacheID": "921804a789ba30da0189a765ef5f9efe",
    "id": null,
    "metadata": {},
    "name": "viewerTestQuery",
    "operationKind": "query",
    "text": "query viewerTestQuery {\n  viewer {\n    security {\n      hasSecondFactor\n      passkeys {\n        id\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "a9647e555274a948a01068ebff07224e";

export default node;
