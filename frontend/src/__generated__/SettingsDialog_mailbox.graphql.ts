/**
 * @generated SignedSource<<dc27ad9bc6c7f6112fc5e78edee61c50>>
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
  readonly viewerAccess: {
    readonly grant: {
      readonly id: string;
    } | null | undefined;
    readonly sharedBy: {
      readonly id: string;
    } | null | undefined;
  } | null | undefined;
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
},
v2 = [
  (v0/*:: as any*/)
];
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
      "selections": (v2/*:: as any*/),
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "ViewerAccess",
      "kind": "LinkedField",
      "name": "viewerAccess",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "Grant",
          "kind": "LinkedField",
          "name": "grant",
          "plural": false,
          "selections": (v2/*:: as any*/),
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "User",
          "kind": "LinkedField",
          "name": "sharedBy",
          "plural": false,
          "selections": (v2/*:: as any*/),
          "storageKey": null
        }
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

(node as any).hash = "e687f07d859a49159cec6e96942e9ef2";

export default node;
