/**
 * @generated SignedSource<<0a6caf0dbe28111aa8e634b00ff56f40>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type RenamePasskeyInput = {
  name: string;
  passkey: string;
};
export type RenamePasskeyDialogMutation$variables = {
  input: RenamePasskeyInput;
};
export type RenamePasskeyDialogMutation$data = {
  readonly renamePasskey: {
    readonly passkey: {
      readonly id: string;
      readonly name: string;
    };
  };
};
export type RenamePasskeyDialogMutation = {
  response: RenamePasskeyDialogMutation$data;
  variables: RenamePasskeyDialogMutation$variables;
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
    "concreteType": "RenamePasskeyPayload",
    "kind": "LinkedField",
    "name": "renamePasskey",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Passkey",
        "kind": "LinkedField",
        "name": "passkey",
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
            "name": "name",
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
    "name": "RenamePasskeyDialogMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "RenamePasskeyDialogMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "1089ad17193dd676c204fa5bcdcfe281",
    "id": null,
    "metadata": {},
    "name": "RenamePasskeyDialogMutation",
    "operationKind": "mutation",
    "text": "mutation RenamePasskeyDialogMutation(\n  $input: RenamePasskeyInput!\n) {\n  renamePasskey(input: $input) {\n    passkey {\n      id\n      name\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "c990385965576cd99b9b4703f2042949";

export default node;
