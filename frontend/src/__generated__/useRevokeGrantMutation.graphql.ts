/**
 * @generated SignedSource<<f746ce164af1aa5a295e907c96f4c49b>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type RevokeGrantInput = {
  grant: string;
};
export type useRevokeGrantMutation$variables = {
  input: RevokeGrantInput;
};
export type useRevokeGrantMutation$data = {
  readonly revokeGrant: {
    readonly mailbox: {
      readonly id: string;
      readonly userCount: number;
    } | null | undefined;
    readonly revokedGrantId: string;
  };
};
export type useRevokeGrantMutation = {
  response: useRevokeGrantMutation$data;
  variables: useRevokeGrantMutation$variables;
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
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "Mailbox",
        "kind": "LinkedField",
        "name": "mailbox",
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
            "name": "userCount",
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
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useRevokeGrantMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useRevokeGrantMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "1aba26ca3eda42fff6793c8f6dd6018b",
    "id": null,
    "metadata": {},
    "name": "useRevokeGrantMutation",
    "operationKind": "mutation",
    "text": "mutation useRevokeGrantMutation(\n  $input: RevokeGrantInput!\n) {\n  revokeGrant(input: $input) {\n    revokedGrantId\n    mailbox {\n      id\n      userCount\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "6cf35ac8c52201e20d9577188a9888ab";

export default node;
