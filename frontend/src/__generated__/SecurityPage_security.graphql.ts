/**
 * @generated SignedSource<<959b44af8d228650c26fce35fc0ab250>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type SecurityPage_security$data = {
  readonly hasSecondFactor: boolean;
  readonly " $fragmentSpreads": FragmentRefs<"Demanded_security" | "OtherFactors_security" | "Passkeys_security" | "Password_security" | "Sessions_security">;
  readonly " $fragmentType": "SecurityPage_security";
};
export type SecurityPage_security$key = {
  readonly " $data"?: SecurityPage_security$data;
  readonly " $fragmentSpreads": FragmentRefs<"SecurityPage_security">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "SecurityPage_security",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "hasSecondFactor",
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Demanded_security"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Passkeys_security"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "OtherFactors_security"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Password_security"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Sessions_security"
    }
  ],
  "type": "Security",
  "abstractKey": null
};

(node as any).hash = "446bcc55881299527d5eb3e09b23d3d4";

export default node;
