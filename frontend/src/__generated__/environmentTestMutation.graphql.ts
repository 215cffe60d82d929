/**
 * @generated SignedSource<<3c8c49861492a319d85a9c56c37632a5>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type RevokeGrantInput = {
  grant: string;
};
export type environmentTestMutation$variables = {
  input: RevokeGrantInput;
};
export type environmentTestMutation$data = {
  readonly revokeGrant: {
    readonly revokedGrantId: string;
  };
};
export type environmentTestMutation = {
  response: environmentTestMutation$data;
  variables: environmentTestMutation$variables;
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
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "RevokeGrantPayload",
    "kind": "LinkedField",
    "name": "revokeGrant",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "revokedGrantId",
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
    "name": "environmentTestMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "environmentTestMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "8972215303e9c3af2bb834805cab73d9",
    "id": null,
    "metadata": {},
    "name": "environmentTestMutation",
    "operationKind": "mutation",
    "text": "mutation environmentTestMutation(\n  $input: RevokeGrantInput!\n) {\n  revokeGrant(input: $input) {\n    revokedGrantId\n  }\n}\n"
  }
};
})();

(node as any).hash = "7b3728ee49c0945bd15dd44a2494bee5";

export default node;
