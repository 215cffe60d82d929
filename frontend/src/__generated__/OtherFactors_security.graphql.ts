/**
 * @generated SignedSource<<e364aeca141cc798b8eb35f11134726d>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type OtherFactors_security$data = {
  readonly authenticator: {
    readonly addedAt: string;
    readonly lastUsedAt: string | null | undefined;
  } | null | undefined;
  readonly hasSecondFactor: boolean;
  readonly passkeys: ReadonlyArray<{
    readonly id: string;
  }>;
  readonly recoveryCodes: {
    readonly left: number;
    readonly madeAt: string;
    readonly total: number;
  } | null | undefined;
  readonly " $fragmentSpreads": FragmentRefs<"WhatIsLost_security">;
  readonly " $fragmentType": "OtherFactors_security";
};
export type OtherFactors_security$key = {
  readonly " $data"?: OtherFactors_security$data;
  readonly " $fragmentSpreads": FragmentRefs<"OtherFactors_security">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "OtherFactors_security",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "hasSecondFactor",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Authenticator",
      "kind": "LinkedField",
      "name": "authenticator",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "addedAt",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "lastUsedAt",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Passkey",
      "kind": "LinkedField",
      "name": "passkeys",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "id",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "RecoveryCodes",
      "kind": "LinkedField",
      "name": "recoveryCodes",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "left",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "total",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "madeAt",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "WhatIsLost_security"
    }
  ],
  "type": "Security",
  "abstractKey": null
};

(node as any).hash = "3fdc686e58a5e3b95d2b2d791a2a0a2b";

export default node;
