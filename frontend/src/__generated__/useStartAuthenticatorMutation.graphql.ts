/**
 * @generated SignedSource<<9dee33c80fa17647271308a465467ba5>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type useStartAuthenticatorMutation$variables = Record<PropertyKey, never>;
export type useStartAuthenticatorMutation$data = {
  readonly startAuthenticator: {
    readonly secret: string;
    readonly uri: string;
  };
};
export type useStartAuthenticatorMutation = {
  response: useStartAuthenticatorMutation$data;
  variables: useStartAuthenticatorMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "StartAuthenticatorPayload",
    "kind": "LinkedField",
    "name": "startAuthenticator",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "secret",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "uri",
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
    "name": "useStartAuthenticatorMutation",
    "selections": (v0/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "useStartAuthenticatorMutation",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "cacheID": "1bb6d2caf700bb20550dd0597e7ac30e",
    "id": null,
    "metadata": {},
    "name": "useStartAuthenticatorMutation",
    "operationKind": "mutation",
    "text": "mutation useStartAuthenticatorMutation {\n  startAuthenticator {\n    secret\n    uri\n  }\n}\n"
  }
};
})();

(node as any).hash = "33a7da921b6bc9ef0daed3a86151ff3f";

export default node;
