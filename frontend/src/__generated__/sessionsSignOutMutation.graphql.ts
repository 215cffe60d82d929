/**
 * @generated SignedSource<<e085482d8f899e0d850f073d98b1255e>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type SignOutInput = {
  all?: boolean | null | undefined;
  clientMutationId?: string | null | undefined;
};
export type sessionsSignOutMutation$variables = {
  input: SignOutInput;
};
export type sessionsSignOutMutation$data = {
  readonly signOut: {
    readonly viewer: {
      readonly user: {
        readonly id: string;
      };
    } | null | undefined;
  };
};
export type sessionsSignOutMutation = {
  response: sessionsSignOutMutation$data;
  variables: sessionsSignOutMutation$variables;
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
    "concreteType": "SignOutPayload",
    "kind": "LinkedField",
    "name": "signOut",
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
            "concreteType": "User",
            "kind": "LinkedField",
            "name": "user",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "id",
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
    "name": "sessionsSignOutMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "sessionsSignOutMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "5c3ca2c13e3ad0e5b24970c2fb1c8950",
    "id": null,
    "metadata": {},
    "name": "sessionsSignOutMutation",
    "operationKind": "mutation",
    "text": "mutation sessionsSignOutMutation(\n  $input: SignOutInput!\n) {\n  signOut(input: $input) {\n    viewer {\n      user {\n        id\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "d6f02b6e558c987437fa01dc16ebceb9";

export default node;
