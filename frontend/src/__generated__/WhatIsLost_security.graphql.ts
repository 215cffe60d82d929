/**
 * @generated SignedSource<<2310cffb7f6385d4f7e2d86ef59c2de2>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type WhatIsLost_security$data = {
  readonly demands: ReadonlyArray<{
    readonly " $fragmentSpreads": FragmentRefs<"Demands_demand">;
  }>;
  readonly " $fragmentType": "WhatIsLost_security";
};
export type WhatIsLost_security$key = {
  readonly " $data"?: WhatIsLost_security$data;
  readonly " $fragmentSpreads": FragmentRefs<"WhatIsLost_security">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "WhatIsLost_security",
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

(node as any).hash = "99c501e12c6a4ad50af34f404a1ce4ee";

export default node;
