/**
 * @generated SignedSource<<9a72da06f19cbd5846400c93d40def31>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type LeaveMailboxInput = {
  mailbox: string;
};
export type useLeaveMailboxMutation$variables = {
  input: LeaveMailboxInput;
};
export type useLeaveMailboxMutation$data = {
  readonly leaveMailbox: {
    readonly leftMailboxId: string;
  };
};
export type useLeaveMailboxMutation = {
  response: useLeaveMailboxMutation$data;
  variables: useLeaveMailboxMutation$variables;
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
    "concreteType": "LeaveMailboxPayload",
    "kind": "LinkedField",
    "name": "leaveMailbox",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "leftMailboxId",
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
    "name": "useLeaveMailboxMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useLeaveMailboxMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "d1c81f5d64c89d0d384d0f79a63a1b2a",
    "id": null,
    "metadata": {},
    "name": "useLeaveMailboxMutation",
    "operationKind": "mutation",
    "text": "mutation useLeaveMailboxMutation(\n  $input: LeaveMailboxInput!\n) {\n  leaveMailbox(input: $input) {\n    leftMailboxId\n  }\n}\n"
  }
};
})();

(node as any).hash = "00a9e7c4931c449265332861c06a8c4a";

export default node;
