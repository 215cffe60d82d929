/**
 * @generated SignedSource<<9ee16f1eff8ac201314cabe39ea89899>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type NoticesSecurityQuery$variables = Record<PropertyKey, never>;
export type NoticesSecurityQuery$data = {
  readonly viewer: {
    readonly security: {
      readonly demands: ReadonlyArray<{
        readonly address: string;
        readonly organizationName: string;
      }>;
      readonly hasSecondFactor: boolean;
    };
  } | null | undefined;
};
export type NoticesSecurityQuery = {
  response: NoticesSecurityQuery$data;
  variables: NoticesSecurityQuery$variables;
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
            "concreteType": "SecondFactorDemand",
            "kind": "LinkedField",
            "name": "demands",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "address",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "organizationName",
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
    "name": "NoticesSecurityQuery",
    "selections": (v0/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "NoticesSecurityQuery",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "cacheID": "f9977ca0a432f044c6df034bc58f7157",
    "id": null,
    "metadata": {},
    "name": "NoticesSecurityQuery",
    "operationKind": "query",
    "text": "query NoticesSecurityQuery {\n  viewer {\n    security {\n      hasSecondFactor\n      demands {\n        address\n        organizationName\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "e34cd0116adb77dbfafe816da498fcf0";

export default node;
