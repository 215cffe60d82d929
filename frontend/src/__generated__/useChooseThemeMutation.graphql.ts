/**
 * @generated SignedSource<<d2bbce8ade1a9d9abb6abc440a075fb8>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type Language = "DE" | "EN" | "ES" | "FR" | "IT" | "%future added value";
export type Theme = "DARK" | "LIGHT" | "SYSTEM" | "%future added value";
export type UpdateProfileInput = {
  language?: Language | null | undefined;
  name?: string | null | undefined;
  phone?: string | null | undefined;
  theme?: Theme | null | undefined;
  timeZone?: string | null | undefined;
};
export type useChooseThemeMutation$variables = {
  input: UpdateProfileInput;
};
export type useChooseThemeMutation$data = {
  readonly updateProfile: {
    readonly viewer: {
      readonly settings: {
        readonly theme: Theme;
      };
    };
  };
};
export type useChooseThemeMutation = {
  response: useChooseThemeMutation$data;
  variables: useChooseThemeMutation$variables;
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
    "concreteType": "UpdateProfilePayload",
    "kind": "LinkedField",
    "name": "updateProfile",
    "plural": false,
    "selections": [
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
            "concreteType": "UserSettings",
            "kind": "LinkedField",
            "name": "settings",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "theme",
                "storageKey": null
              }
            ],
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
    "name": "useChooseThemeMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useChooseThemeMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "fec014950ac95408533bd95856901b30",
    "id": null,
    "metadata": {},
    "name": "useChooseThemeMutation",
    "operationKind": "mutation",
    "text": "mutation useChooseThemeMutation(\n  $input: UpdateProfileInput!\n) {\n  updateProfile(input: $input) {\n    viewer {\n      settings {\n        theme\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "606a878d207fb6fc43b0f6e93858aef3";

export default node;
