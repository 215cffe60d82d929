/**
 * @generated SignedSource<<1360d016ee61f51b50e881b2350b7d20>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type Demanded_security$data = {
  readonly demands: ReadonlyArray<{
    readonly " $fragmentSpreads": FragmentRefs<"Demands_demand">;
  }>;
  readonly " $fragmentType": "Demanded_security";
};
export type Demanded_security$key = {
  readonly " $data"?: Demanded_security$data;
  readonly " $fragmentSpreads": FragmentRefs<"Demanded_security">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Demanded_security",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "SecondFactorDemand",
      "kind": "LinkedField",
      "name": "demands",
      "plural": true,
      "selections": [
        {
          "args": null,
          "kind": "FragmentSpread",
          "name": "Demands_demand"
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Security",
  "abstractKey": null
};

(node as any).hash = "f09963d108a689175c00ff4528e9e654";

export default node;
