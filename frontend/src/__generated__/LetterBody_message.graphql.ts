/**
 * @generated SignedSource<<2ed914f82333c0a04c6fdab4348b05e3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type LetterBody_message$data = {
  readonly attachments: ReadonlyArray<{
    readonly part: string;
  }>;
  readonly bodyUrl: string;
  readonly defects: ReadonlyArray<string>;
  readonly plainText: boolean;
  readonly remoteImages: number;
  readonly subject: string;
  readonly " $fragmentSpreads": FragmentRefs<"Attachments_message">;
  readonly " $fragmentType": "LetterBody_message";
};
export type LetterBody_message$key = {
  readonly " $data"?: LetterBody_message$data;
  readonly " $fragmentSpreads": FragmentRefs<"LetterBody_message">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "LetterBody_message",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "subject",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "bodyUrl",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "remoteImages",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "plainText",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "defects",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Attachment",
      "kind": "LinkedField",
      "name": "attachments",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "part",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Attachments_message"
    }
  ],
  "type": "Message",
  "abstractKey": null
};

(node as any).hash = "dce9543aec51353773f8330cf4acdb29";

export default node;
