/**
 * @generated SignedSource<<b8a7809274709b342e356fbffec872f5>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type Details_message$data = {
  readonly cc: ReadonlyArray<{
    readonly address: string;
    readonly name: string;
  }>;
  readonly from: ReadonlyArray<{
    readonly address: string;
    readonly name: string;
  }>;
  readonly receivedAt: string;
  readonly replyTo: ReadonlyArray<{
    readonly address: string;
    readonly name: string;
  }>;
  readonly sentAt: string | null | undefined;
  readonly to: ReadonlyArray<{
    readonly address: string;
    readonly name: string;
  }>;
  readonly " $fragmentType": "Details_message";
};
export type Details_message$key = {
  readonly " $data"?: Details_message$data;
  readonly " $fragmentSpreads": FragmentRefs<"Details_message">;
};

const node: ReaderFragment = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "name",
    "storageKey": null
  },
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "address",
    "storageKey": null
  }
];
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Details_message",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "EmailAddress",
      "kind": "LinkedField",
      "name": "from",
      "plural": true,
      "selections": (v0/*:: as any*/),
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "EmailAddress",
      "kind": "LinkedField",
      "name": "to",
      "plural": true,
      "selections": (v0/*:: as any*/),
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "EmailAddress",
      "kind": "LinkedField",
      "name": "cc",
      "plural": true,
      "selections": (v0/*:: as any*/),
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "EmailAddress",
      "kind": "LinkedField",
      "name": "replyTo",
      "plural": true,
      "selections": (v0/*:: as any*/),
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "sentAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "receivedAt",
      "storageKey": null
    }
  ],
  "type": "Message",
  "abstractKey": null
};
})();

(node as any).hash = "4a4fafa136efbe71e64a0ed2c8854dce";

export default node;
