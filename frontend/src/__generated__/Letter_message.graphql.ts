/**
 * @generated SignedSource<<5f639a807ff6b725713d3e39f344c4a6>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type Letter_message$data = {
  readonly from: ReadonlyArray<{
    readonly address: string;
    readonly name: string;
  }>;
  readonly id: string;
  readonly mailbox: {
    readonly id: string;
  };
  readonly seen: boolean;
  readonly " $fragmentSpreads": FragmentRefs<"LetterBody_message" | "LetterHead_message">;
  readonly " $fragmentType": "Letter_message";
};
export type Letter_message$key = {
  readonly " $data"?: Letter_message$data;
  readonly " $fragmentSpreads": FragmentRefs<"Letter_message">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Letter_message",
  "selections": [
    (v0/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "seen",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "EmailAddress",
      "kind": "LinkedField",
      "name": "from",
      "plural": true,
      "selections": [
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
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Mailbox",
      "kind": "LinkedField",
      "name": "mailbox",
      "plural": false,
      "selections": [
        (v0/*:: as any*/)
      ],
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "LetterHead_message"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "LetterBody_message"
    }
  ],
  "type": "Message",
  "abstractKey": null
};
})();

(node as any).hash = "8096cd5d72b3b12040af98dd6778d8ba";

export default node;
