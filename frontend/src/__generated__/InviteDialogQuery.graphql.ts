/**
 * @generated SignedSource<<b0afad4d5236c573fdd071287c27f15d>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type Permission = "DELETE" | "DRAFT" | "EXPORT" | "MANAGE_ALIASES" | "MANAGE_AUTO_REPLY" | "MANAGE_DEVICES" | "MANAGE_FILTERS" | "MANAGE_FOLDERS" | "MANAGE_FORWARDING" | "MANAGE_RULES" | "MANAGE_SENDERS" | "MANAGE_SIGNATURES" | "ORGANIZE" | "READ" | "RESTORE" | "SEND_AS" | "SEND_ON_BEHALF" | "SHARE" | "VIEW_ACTIVITY" | "%future added value";
export type Preset = "AGENT" | "ASSISTANT" | "MANAGER" | "ORGANIZER" | "READER" | "%future added value";
export type InviteDialogQuery$variables = Record<PropertyKey, never>;
export type InviteDialogQuery$data = {
  readonly presets: ReadonlyArray<{
    readonly permissions: ReadonlyArray<Permission>;
    readonly preset: Preset;
  }>;
  readonly viewer: {
    readonly steppedUpUntil: string | null | undefined;
    readonly user: {
      readonly email: string;
    };
  } | null | undefined;
};
export type InviteDialogQuery = {
  response: InviteDialogQuery$data;
  variables: InviteDialogQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "concreteType": "PresetDefinition",
  "kind": "LinkedField",
  "name": "presets",
  "plural": true,
  "selections": [
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
      "name": "permissions",
      "storageKey": null
    }
  ],
  "storageKey": null
},
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "email",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "steppedUpUntil",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "InviteDialogQuery",
    "selections": [
      (v0/*:: as any*/),
      {
        "alias": null,
        "args": null,
        "concreteType": "Viewer",
        "kind": "LinkedField",
        "name": "viewer",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "User",
            "kind": "LinkedField",
            "name": "user",
            "plural": false,
            "selections": [
              (v1/*:: as any*/)
            ],
            "storageKey": null
          },
          (v2/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "InviteDialogQuery",
    "selections": [
      (v0/*:: as any*/),
      {
        "alias": null,
        "args": null,
        "concreteType": "Viewer",
        "kind": "LinkedField",
        "name": "viewer",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "User",
            "kind": "LinkedField",
            "name": "user",
            "plural": false,
            "selections": [
              (v1/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "id",
                "storageKey": null
              }
            ],
            "storageKey": null
          },
          (v2/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "ab39551626ddabf8c97d9d2a28271260",
    "id": null,
    "metadata": {},
    "name": "InviteDialogQuery",
    "operationKind": "query",
    "text": "query InviteDialogQuery {\n  presets {\n    preset\n    permissions\n  }\n  viewer {\n    user {\n      email\n      id\n    }\n    steppedUpUntil\n  }\n}\n"
  }
};
})();

(node as any).hash = "05346b682cf165d8ed24321a72bc699e";

export default node;
