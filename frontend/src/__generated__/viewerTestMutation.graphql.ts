/**
 * @generated SignedSource<<c7efbbbb4cd685b28c3c5196e52c8313>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type RemovePasskeyInput = {
  passkey: string;
};
export type viewerTestMutation$variables = {
  input: RemovePasskeyInput;
};
export type viewerTestMutation$data = {
  readonly removePasskey: {
    readonly viewer: {
      readonly security: {
        readonly hasSecondFactor: boolean;
        readonly passkeys: ReadonlyArray<{
          readonly id: string;
        }>;
      };
    };
  };
};
export type viewerTestMutation = {
  response: viewerTestMutation$data;
  variables: viewerTestMutation$variables;
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
    "concreteType": "RemoveSecondFactorPayload",
    "kind": "LinkedField",
    "name": "removePasskey",
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
            "concreteType": "Security",
            "kind": "LinkedField",
            "name": "security",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "hasSecondFactor",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "Passkey",
                "kind": "LinkedField",
                "name": "passkeys",
                "plural": true,
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
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "viewerTestMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "viewerTestMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "c8ddfd39587b41c03c5c7ac17cb190a7",
    "id": null,
    "metadata": {},
    "name": "viewerTestMutation",
    "operationKind": "mutation",
    "text": "mutation viewerTestMutation(\n  $input: RemovePasskeyInput!\n) {\n  removePasskey(input: $input) {\n    viewer {\n      security {\n        hasSecondFactor\n        passkeys {\n          id\n        }\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "2660a8cc2acdae0998f765dba67e6c43";

export default node;
