/**
 * @generated SignedSource<<a81b62bb01863d15fad2a5a1147aeac1>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type MailboxKind = "CONNECTED" | "HOSTED" | "%future added value";
export type Permission = "DELETE" | "DRAFT" | "EXPORT" | "MANAGE_ALIASES" | "MANAGE_AUTO_REPLY" | "MANAGE_DEVICES" | "MANAGE_FILTERS" | "MANAGE_FOLDERS" | "MANAGE_FORWARDING" | "MANAGE_RULES" | "MANAGE_SENDERS" | "MANAGE_SIGNATURES" | "ORGANIZE" | "READ" | "RESTORE" | "SEND_AS" | "SEND_ON_BEHALF" | "SHARE" | "VIEW_ACTIVITY" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type AddressRow_mailbox$data = {
  readonly address: string;
  readonly kind: MailboxKind;
  readonly lastMessageAt: string | null | undefined;
  readonly loginIdentifierOf: {
    readonly name: string;
  } | null | undefined;
  readonly pendingInvitationCount: number;
  readonly storedBytes: any;
  readonly userCount: number;
  readonly viewerPermissions: ReadonlyArray<Permission>;
  readonly " $fragmentType": "AddressRow_mailbox";
};
export type AddressRow_mailbox$key = {
  readonly " $data"?: AddressRow_mailbox$data;
  readonly " $fragmentSpreads": FragmentRefs<"AddressRow_mailbox">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "AddressRow_mailbox",
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
      "name": "kind",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "User",
      "kind": "LinkedField",
      "name": "loginIdentifierOf",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "name",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "viewerPermissions",
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
      "kind": "ScalarField",
      "name": "lastMessageAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "storedBytes",
      "storageKey": null
    }
  ],
  "type": "Mailbox",
  "abstractKey": null
};

(node as any).hash = "c17d26dc7ac30eff3267a2197db62d2a";

export default node;
