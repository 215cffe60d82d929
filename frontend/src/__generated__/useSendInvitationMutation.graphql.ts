/**
 * @generated SignedSource<<934e5902ca1387ccb5f44f0f5a96f9d5>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type Language = "DE" | "EN" | "ES" | "FR" | "IT" | "%future added value";
export type SendInvitationInput = {
  email: string;
  invitation: string;
  language: Language;
  note?: string | null | undefined;
};
export type useSendInvitationMutation$variables = {
  input: SendInvitationInput;
};
export type useSendInvitationMutation$data = {
  readonly sendInvitation: {
    readonly invitation: {
      readonly email: string | null | undefined;
      readonly id: string;
      readonly sentAt: string | null | undefined;
    };
  };
};
export type useSendInvitationMutation = {
  response: useSendInvitationMutation$data;
  variables: useSendInvitationMutation$variables;
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
    "concreteType": "SendInvitationPayload",
    "kind": "LinkedField",
    "name": "sendInvitation",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Invitation",
        "kind": "LinkedField",
        "name": "invitation",
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
            "name": "email",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "sentAt",
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
    "name": "useSendInvitationMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useSendInvitationMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "57c3fbcb4c4c7574c7dff27c3ba6300b",
    "id": null,
    "metadata": {},
    "name": "useSendInvitationMutation",
    "operationKind": "mutation",
    "text": "mutation useSendInvitationMutation(\n  $input: SendInvitationInput!\n) {\n  sendInvitation(input: $input) {\n    invitation {\n      id\n      email\n      sentAt\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "1957794122558555aa1ce84810771b7d";

export default node;
