/**
 * @generated SignedSource<<4d36a95d562c7b35b9f0d136d6cca7f6>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type DeleteInvitationInput = {
  invitation: string;
};
export type useDeleteInvitationMutation$variables = {
  input: DeleteInvitationInput;
};
export type useDeleteInvitationMutation$data = {
  readonly deleteInvitation: {
    readonly deletedInvitationId: string;
    readonly mailbox: {
      readonly id: string;
      readonly pendingInvitationCount: number;
    } | null | undefined;
  };
};
export type useDeleteInvitationMutation = {
  response: useDeleteInvitationMutation$data;
  variables: useDeleteInvitationMutation$variables;
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
    "concreteType": "DeleteInvitationPayload",
    "kind": "LinkedField",
    "name": "deleteInvitation",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "deletedInvitationId",
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
            "name": "pendingInvitationCount",
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
    "name": "useDeleteInvitationMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useDeleteInvitationMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "9bb6b3749016377ca946407375adf83d",
    "id": null,
    "metadata": {},
    "name": "useDeleteInvitationMutation",
    "operationKind": "mutation",
    "text": "mutation useDeleteInvitationMutation(\n  $input: DeleteInvitationInput!\n) {\n  deleteInvitation(input: $input) {\n    deletedInvitationId\n    mailbox {\n      id\n      pendingInvitationCount\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "53635d61afd0735392e8748ca57c7f4e";

export default node;
