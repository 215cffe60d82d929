/**
 * @generated SignedSource<<d1ab4f13c512049a4e74caaa8035319d>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type SignOutInput = {
  all?: boolean | null | undefined;
  clientMutationId?: string | null | undefined;
};
export type signOutMutation$variables = {
  input: SignOutInput;
};
export type signOutMutation$data = {
  readonly signOut: {
    readonly signedOut: boolean;
  };
};
export type signOutMutation = {
  response: signOutMutation$data;
  variables: signOutMutation$variables;
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
    "concreteType": "SignOutPayload",
    "kind": "LinkedField",
    "name": "signOut",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "signedOut",
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
    "name": "signOutMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "signOutMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "e1fc70679d0784f60f92a0e5f3bdbf2a",
    "id": null,
    "metadata": {},
    "name": "signOutMutation",
    "operationKind": "mutation",
    "text": "mutation signOutMutation(\n  $input: SignOutInput!\n) {\n  signOut(input: $input) {\n    signedOut\n  }\n}\n"
  }
};
})();

(node as any).hash = "f71407c9aee19b00339f638f7c0f4353";

export default node;
