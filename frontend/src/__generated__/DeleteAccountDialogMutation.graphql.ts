/**
 * @generated SignedSource<<e59825368bdc62ec5be417564a6df40b>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type DeleteAccountDialogMutation$variables = Record<PropertyKey, never>;
export type DeleteAccountDialogMutation$data = {
  readonly deleteAccount: {
    readonly deleted: boolean;
  };
};
export type DeleteAccountDialogMutation = {
  response: DeleteAccountDialogMutation$data;
  variables: DeleteAccountDialogMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "DeleteAccountPayload",
    "kind": "LinkedField",
    "name": "deleteAccount",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "deleted",
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
    "name": "DeleteAccountDialogMutation",
    "selections": (v0/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "DeleteAccountDialogMutation",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "cacheID": "ad7bbb5b8dfa3099bcf1a8c8f8a25706",
    "id": null,
    "metadata": {},
    "name": "DeleteAccountDialogMutation",
    "operationKind": "mutation",
    "text": "mutation DeleteAccountDialogMutation {\n  deleteAccount {\n    deleted\n  }\n}\n"
  }
};
})();

(node as any).hash = "2d77e86c10e618cfa9c3c5f396e3b27e";

export default node;
