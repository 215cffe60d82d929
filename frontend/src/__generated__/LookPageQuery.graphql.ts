/**
 * @generated SignedSource<<783397c70a28186ca787f3cf8ad8a5ed>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type Language = "DE" | "EN" | "ES" | "FR" | "IT" | "%future added value";
export type Theme = "DARK" | "LIGHT" | "SYSTEM" | "%future added value";
export type LookPageQuery$variables = Record<PropertyKey, never>;
export type LookPageQuery$data = {
  readonly viewer: {
    readonly settings: {
      readonly language: Language | null | undefined;
      readonly theme: Theme;
    };
  } | null | undefined;
};
export type LookPageQuery = {
  response: LookPageQuery$data;
  variables: LookPageQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
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
            "name": "language",
            "storageKey": null
          },
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
];
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "LookPageQuery",
    "selections": (v0/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "LookPageQuery",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "cacheID": "dbcced9c9bf53ab47d16036d456721ca",
    "id": null,
    "metadata": {},
    "name": "LookPageQuery",
    "operationKind": "query",
    "text": "query LookPageQuery {\n  viewer {\n    settings {\n      language\n      theme\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "dbbb479e55b6c946d553a6a9599584fd";

export default node;
