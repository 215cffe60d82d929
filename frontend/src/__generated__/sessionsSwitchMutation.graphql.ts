/**
 * @generated SignedSource<<107f7b1e5fad8300f7014cf9d3bfd0ae>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type SwitchAccountInput = {
  user: string;
};
export type sessionsSwitchMutation$variables = {
  input: SwitchAccountInput;
};
export type sessionsSwitchMutation$data = {
  readonly switchAccount: {
    readonly viewer: {
      readonly user: {
        readonly id: string;
      };
    };
  };
};
export type sessionsSwitchMutation = {
  response: sessionsSwitchMutation$data;
  variables: sessionsSwitchMutation$variables;
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
    "concreteType": "SwitchAccountPayload",
    "kind": "LinkedField",
    "name": "switchAccount",
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
    "name": "sessionsSwitchMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "sessionsSwitchMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "cc12b8c4fddd9eb2bc0d70839bbcd68d",
    "id": null,
    "metadata": {},
    "name": "sessionsSwitchMutation",
    "operationKind": "mutation",
    "text": "mutation sessionsSwitchMutation(\n  $input: SwitchAccountInput!\n) {\n  switchAccount(input: $input) {\n    viewer {\n      user {\n        id\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "d08cf3801e92b88edff18514d0d9ab6b";

export default node;
