/**
 * @generated SignedSource<<c12e7fbf1619eb82b060657097f73910>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type Passkeys_security$data = {
  readonly authenticator: {
    readonly addedAt: string;
  } | null | undefined;
  readonly hasSecondFactor: boolean;
  readonly passkeys: ReadonlyArray<{
    readonly addedAt: string;
    readonly id: string;
    readonly lastUsedAt: string | null | undefined;
    readonly name: string;
  }>;
  readonly " $fragmentSpreads": FragmentRefs<"WhatIsLost_security">;
  readonly " $fragmentType": "Passkeys_security";
};
export type Passkeys_security$key = {
  readonly " $data"?: Passkeys_security$data;
  readonly " $fragmentSpreads": FragmentRefs<"Passkeys_security">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "addedAt",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Passkeys_security",
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
        (v0/*:: as any*/)
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
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "name",
          "storageKey": null
        },
        (v0/*:: as any*/),
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
      "args": null,
      "kind": "FragmentSpread",
      "name": "WhatIsLost_security"
    }
  ],
  "type": "Security",
  "abstractKey": null
};
})();

(node as any).hash = "25c0db634696308c0e662eaf4be80122";

export default node;
