/**
 * @generated SignedSource<<fa516ff6945f7a5527b89afcef6a3a21>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type GrantState = "ACTIVE" | "EXPIRED" | "NEEDS_SECOND_FACTOR" | "REVOKED" | "SCHEDULED" | "%future added value";
export type Permission = "DELETE" | "DRAFT" | "EXPORT" | "MANAGE_ALIASES" | "MANAGE_AUTO_REPLY" | "MANAGE_DEVICES" | "MANAGE_FILTERS" | "MANAGE_FOLDERS" | "MANAGE_FORWARDING" | "MANAGE_RULES" | "MANAGE_SENDERS" | "MANAGE_SIGNATURES" | "ORGANIZE" | "READ" | "RESTORE" | "SEND_AS" | "SEND_ON_BEHALF" | "SHARE" | "VIEW_ACTIVITY" | "%future added value";
export type Preset = "AGENT" | "ASSISTANT" | "MANAGER" | "ORGANIZER" | "READER" | "%future added value";
export type UpdateGrantInput = {
  expiresAt?: string | null | undefined;
  grant: string;
  permissions?: ReadonlyArray<Permission> | null | undefined;
  requiresSecondFactor?: boolean | null | undefined;
};
export type useUpdateGrantMutation$variables = {
  input: UpdateGrantInput;
};
export type useUpdateGrantMutation$data = {
  readonly updateGrant: {
    readonly grant: {
      readonly expiresAt: string | null | undefined;
      readonly id: string;
      readonly permissions: ReadonlyArray<Permission>;
      readonly preset: Preset | null | undefined;
      readonly requiresSecondFactor: boolean;
      readonly state: GrantState;
      readonly userHasSecondFactor: boolean;
    };
  };
};
export type useUpdateGrantMutation = {
  response: useUpdateGrantMutation$data;
  variables: useUpdateGrantMutation$variables;
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
    "concreteType": "UpdateGrantPayload",
    "kind": "LinkedField",
    "name": "updateGrant",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Grant",
        "kind": "LinkedField",
        "name": "grant",
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
            "name": "permissions",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "preset",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "state",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "expiresAt",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "requiresSecondFactor",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "userHasSecondFactor",
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
    "name": "useUpdateGrantMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useUpdateGrantMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "b4a1618e4b5cc5ac92ba17d910cf046a",
    "id": null,
    "metadata": {},
    "name": "useUpdateGrantMutation",
    "operationKind": "mutation",
    "text": "mutation useUpdateGrantMutation(\n  $input: UpdateGrantInput!\n) {\n  updateGrant(input: $input) {\n    grant {\n      id\n      permissions\n      preset\n      state\n      expiresAt\n      requiresSecondFactor\n      userHasSecondFactor\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "2ba3a1097d4f9ea88241f548f2b7175c";

export default node;
