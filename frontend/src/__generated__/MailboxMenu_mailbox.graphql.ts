/**
 * @generated SignedSource<<5c2998641643fbdc7176a6595334fcd3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type MailboxMenu_mailbox$data = {
  readonly address: string;
  readonly canInvite: {
    readonly allowed: boolean;
    readonly reason: string | null | undefined;
    readonly wayOut: string | null | undefined;
  };
  readonly viewerAccess: {
    readonly grant: {
      readonly id: string;
      readonly personal: boolean;
    } | null | undefined;
  } | null | undefined;
  readonly " $fragmentSpreads": FragmentRefs<"InviteDialog_mailbox" | "LeaveDialog_mailbox" | "MayDoDialog_mailbox" | "SettingsDialog_mailbox">;
  readonly " $fragmentType": "MailboxMenu_mailbox";
};
export type MailboxMenu_mailbox$key = {
  readonly " $data"?: MailboxMenu_mailbox$data;
  readonly " $fragmentSpreads": FragmentRefs<"MailboxMenu_mailbox">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "MailboxMenu_mailbox",
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
              "name": "personal",
              "storageKey": null
            }
          ],
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
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "allowed",
          "storageKey": null
        },
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
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "SettingsDialog_mailbox"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "MayDoDialog_mailbox"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "LeaveDialog_mailbox"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "InviteDialog_mailbox"
    }
  ],
  "type": "Mailbox",
  "abstractKey": null
};

(node as any).hash = "04b0cd72eb321100fcd0674921fba945";

export default node;
