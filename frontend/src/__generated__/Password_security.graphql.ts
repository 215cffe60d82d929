/**
 * @generated SignedSource<<092466af0f418021addef2974040eba6>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type Password_security$data = {
  readonly passwordChangedAt: string | null | undefined;
  readonly " $fragmentType": "Password_security";
};
export type Password_security$key = {
  readonly " $data"?: Password_security$data;
  readonly " $fragmentSpreads": FragmentRefs<"Password_security">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Password_security",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "passwordChangedAt",
      "storageKey": null
    }
  ],
  "type": "Security",
  "abstractKey": null
};

(node as any).hash = "dbcec10c748b0fdea6cd7cb401dca8f7";

export default node;
