/**
 * @generated SignedSource<<4a42902b687d11f3fe02d8b81a0bafc3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type SettingsDialog_mailbox$data = {
  readonly address: string;
  readonly canInvite: {
    readonly allowed: boolean;
    readonly reason: string | null | undefined;
    readonly wayOut: string | null | undefined;
  };
  readonly mailService: {
    readonly id: string;
  };
  readonly organization: {
    readonly canAdminister: {
      readonly allowed: boolean;
    };
    readonly id: string;
    readonly name: string;
  };
  readonly pendingInvitationCount: number;
  readonly userCount: number;
  readonly " $fragmentType": "SettingsDialog_mailbox";
};
export type SettingsDialog_mailbox$key = {
  readonly " $data"?: SettingsDialog_mailbox$data;
  readonly " $fragmentSpreads": FragmentRefs<"SettingsDialog_mailbox">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "allowed",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "SettingsDialog_mailbox",
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
      "name": "userCount",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "pendingInvitationCount",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Organization",
      "kind": "LinkedField",
      "name": "organization",
      "plural": false,
      "selections": [
        (v0/*:: as any*/),
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
          "concreteType": "Eligibility",
          "kind": "LinkedField",
          "name": "canAdminister",
          "plural": false,
          "selections": [
            (v1/*:: as any*/)
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "MailService",
      "kind": "LinkedField",
      "name": "mailService",
      "plural": false,
      "selections": [
        (v0/*:: as any*/)
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Eligibility",
      "kind": "LinkedField",
      "name": "canInvite",
      "plural": false,
      "selections": [
        (v1/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "reason",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "wayOut",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Mailbox",
  "abstractKey": null
};
})();

(node as any).hash = "8dbe2d954da762338847ba562a619139";

export default node;
