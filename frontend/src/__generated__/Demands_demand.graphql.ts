/**
 * @generated SignedSource<<ebe98616d468b18def290731acfd8333>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type Demands_demand$data = ReadonlyArray<{
  readonly address: string;
  readonly organizationName: string;
  readonly sharedByName: string | null | undefined;
  readonly " $fragmentType": "Demands_demand";
}>;
export type Demands_demand$key = ReadonlyArray<{
  readonly " $data"?: Demands_demand$data;
  readonly " $fragmentSpreads": FragmentRefs<"Demands_demand">;
}>;

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "plural": true
  },
  "name": "Demands_demand",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "address",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "organizationName",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "sharedByName",
      "storageKey": null
    }
  ],
  "type": "SecondFactorDemand",
  "abstractKey": null
};

(node as any).hash = "3b295c9ea1321b38a5e47b0c065d2295";

export default node;
