/**
 * @generated SignedSource<<a120dcc7ee9034e0790a2ce65dab4b79>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type ConfirmPasskeyInput = {
  passkey: PasskeyProof;
};
export type PasskeyProof = {
  credential: any;
  request: string;
};
export type useConfirmPasskeyMutation$variables = {
  input: ConfirmPasskeyInput;
};
export type useConfirmPasskeyMutation$data = {
  readonly confirmPasskey: {
    readonly steppedUpUntil: string;
  };
};
export type useConfirmPasskeyMutation = {
  response: useConfirmPasskeyMutation$data;
  variables: useConfirmPasskeyMutation$variables;
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
    "concreteType": "ConfirmPasskeyPayload",
    "kind": "LinkedField",
    "name": "confirmPasskey",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "steppedUpUntil",
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
    "name": "useConfirmPasskeyMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useConfirmPasskeyMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "d34b4ecd3caf26571bcc62787e7cc3f1",
    "id": null,
    "metadata": {},
    "name": "useConfirmPasskeyMutation",
    "operationKind": "mutation",
    "text": "mutation useConfirmPasskeyMutation(\n  $input: ConfirmPasskeyInput!\n) {\n  confirmPasskey(input: $input) {\n    steppedUpUntil\n  }\n}\n"
  }
};
})();

(node as any).hash = "6da12c3f17cc7f29e0e924f5a291306d";

export default node;
