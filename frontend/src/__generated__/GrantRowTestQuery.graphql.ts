/**
 * @generated SignedSource<<fc33eb3727ec16d5af89819b5f268117>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type GrantRowTestQuery$variables = Record<PropertyKey, never>;
export type GrantRowTestQuery$data = {
  readonly node: {
    readonly grant: {
      readonly " $fragmentSpreads": FragmentRefs<"GrantRow_grant">;
    } | null | undefined;
  } | null | undefined;
};
export type GrantRowTestQuery = {
  response: GrantRowTestQuery$data;
  variables: GrantRowTestQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "kind": "Literal",
    "name": "id",
    "value": "grt_1"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
  "storageKey": null
},
v3 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "allowed",
    "storageKey": null
  },
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "reason",
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "GrantRowTestQuery",
    "selections": [
      {
        "alias": null,
        "args": (v0/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          {
            "fragment": {
              "kind": "InlineFragment",
              "selections": [
                {
                  "args": null,
                  "kind": "FragmentSpread",
                  "name": "GrantRow_grant"
                }
              ],
              "type": "Grant",
              "abstractKey": null
            },
            "kind": "AliasedInlineFragmentSpread",
            "name": "grant"
          }
        ],
        "storageKey": "node(id:\"grt_1\")"
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "GrantRowTestQuery",
    "selections": [
      {
        "alias": null,
        "args": (v0/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "__typename",
            "storageKey": null
          },
          (v1/*:: as any*/),
          {
            "kind": "InlineFragment",
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
                  (v2/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "email",
                    "storageKey": null
                  }
                ],
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
                "name": "state",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "startsAt",
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
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "external",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "User",
                "kind": "LinkedField",
                "name": "givenBy",
                "plural": false,
                "selections": [
                  (v2/*:: as any*/),
                  (v1/*:: as any*/)
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "givenAt",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "lastUsedAt",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "Eligibility",
                "kind": "LinkedField",
                "name": "canUpdate",
                "plural": false,
                "selections": (v3/*:: as any*/),
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "Eligibility",
                "kind": "LinkedField",
                "name": "canRevoke",
                "plural": false,
                "selections": (v3/*:: as any*/),
                "storageKey": null
              }
            ],
            "type": "Grant",
            "abstractKey": null
          }
        ],
        "storageKey": "node(id:\"grt_1\")"
      }
    ]
  },
  "params": {
    "cacheID": "d4d9236012acf8d0090d5a1f5a3b135f",
    "id": null,
    "metadata": {},
    "name": "GrantRowTestQuery",
    "operationKind": "query",
    "text": "query GrantRowTestQuery {\n  node(id: \"grt_1\") {\n    __typename\n    ...GrantRow_grant\n    id\n  }\n}\n\nfragment GrantRow_grant on Grant {\n  id\n  user {\n    id\n    name\n    email\n  }\n  permissions\n  state\n  startsAt\n  expiresAt\n  requiresSecondFactor\n  userHasSecondFactor\n  external\n  givenBy {\n    name\n    id\n  }\n  givenAt\n  lastUsedAt\n  canUpdate {\n    allowed\n    reason\n  }\n  canRevoke {\n    allowed\n    reason\n  }\n}\n"
  }
};
})();

(node as any).hash = "4f72c80692b1d0995585a421688d3a07";

export default node;
