/**
 * @generated SignedSource<<f3e7a28185442a336aa8cc82349eaaf0>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type AddPasskeyDialogStartMutation$variables = Record<PropertyKey, never>;
export type AddPasskeyDialogStartMutation$data = {
  readonly startPasskey: {
    readonly options: any;
    readonly request: string;
  };
};
export type AddPasskeyDialogStartMutation = {
  response: AddPasskeyDialogStartMutation$data;
  variables: AddPasskeyDialogStartMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "StartPasskeyPayload",
    "kind": "LinkedField",
    "name": "startPasskey",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "request",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "options",
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
    "name": "AddPasskeyDialogStartMutation",
    "selections": (v0/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "AddPasskeyDialogStartMutation",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "cacheID": "4b860ea61648615db771a866821d1c5a",
    "id": null,
    "metadata": {},
    "name": "AddPasskeyDialogStartMutation",
    "operationKind": "mutation",
    "text": "mutation AddPasskeyDialogStartMutation {\n  startPasskey {\n    request\n    options\n  }\n}\n"
  }
};
})();

(node as any).hash = "8e094becc03bcd87b8b0d97867c8752e";

export default node;
