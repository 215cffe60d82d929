/**
 * @generated SignedSource<<12d1ac267f90f4bfc7a0ea63c7413b63>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type LetterHead_message$data = {
  readonly from: ReadonlyArray<{
    readonly address: string;
    readonly name: string;
  }>;
  readonly rawUrl: string;
  readonly receivedAt: string;
  readonly sentAt: string | null | undefined;
  readonly snippet: string;
  readonly " $fragmentSpreads": FragmentRefs<"Details_message">;
  readonly " $fragmentType": "LetterHead_message";
};
export type LetterHead_message$key = {
  readonly " $data"?: LetterHead_message$data;
  readonly " $fragmentSpreads": FragmentRefs<"LetterHead_message">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "LetterHead_message",
  "selections": [
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
      "kind": "ScalarField",
      "name": "snippet",
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
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "rawUrl",
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Details_message"
    }
  ],
  "type": "Message",
  "abstractKey": null
};

(node as any).hash = "2478af58393d3a01c8d0efd630cbea3a";

export default node;
