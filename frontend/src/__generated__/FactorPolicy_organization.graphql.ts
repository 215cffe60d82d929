/**
 * @generated SignedSource<<609cdbda941fb3d49b5dbd707b269993>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type FactorPolicy_organization$data = {
  readonly id: string;
  readonly name: string;
  readonly secondFactorPolicy: {
    readonly guests: boolean;
    readonly guestsWithout: number;
    readonly members: boolean;
    readonly membersWithout: number;
  } | null | undefined;
  readonly " $fragmentType": "FactorPolicy_organization";
};
export type FactorPolicy_organization$key = {
  readonly " $data"?: FactorPolicy_organization$data;
  readonly " $fragmentSpreads": FragmentRefs<"FactorPolicy_organization">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "FactorPolicy_organization",
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
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "SecondFactorPolicy",
      "kind": "LinkedField",
      "name": "secondFactorPolicy",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "members",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "guests",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "membersWithout",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "guestsWithout",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Organization",
  "abstractKey": null
};

(node as any).hash = "de24833fbff2b02ae6ea12ede7ee8fe6";

export default node;
