/**
 * @generated SignedSource<<bb8c4ab4c4cef20c58a6fdb610e3c00f>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type Permission = "DELETE" | "DRAFT" | "EXPORT" | "MANAGE_ALIASES" | "MANAGE_AUTO_REPLY" | "MANAGE_DEVICES" | "MANAGE_FILTERS" | "MANAGE_FOLDERS" | "MANAGE_FORWARDING" | "MANAGE_RULES" | "MANAGE_SENDERS" | "MANAGE_SIGNATURES" | "ORGANIZE" | "READ" | "RESTORE" | "SEND_AS" | "SEND_ON_BEHALF" | "SHARE" | "VIEW_ACTIVITY" | "%future added value";
export type Role = "ADMIN" | "MEMBER" | "OWNER" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type InviteDialog_mailbox$data = {
  readonly address: string;
  readonly id: string;
  readonly mailService: {
    readonly defaultPermissions: ReadonlyArray<Permission>;
  };
  readonly organization: {
    readonly id: string;
    readonly name: string;
    readonly viewerRole: Role | null | undefined;
  };
  readonly viewerPermissions: ReadonlyArray<Permission>;
  readonly " $fragmentType": "InviteDialog_mailbox";
};
export type InviteDialog_mailbox$key = {
  readonly " $data"?: InviteDialog_mailbox$data;
  readonly " $fragmentSpreads": FragmentRefs<"InviteDialog_mailbox">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "InviteDialog_mailbox",
  "selections": [
    (v0/*:: as any*/),
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
          "kind": "ScalarField",
          "name": "viewerRole",
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
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "defaultPermissions",
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
    }
  ],
  "type": "Mailbox",
  "abstractKey": null
};
})();

(node as any).hash = "c7f207cd8f07adbf9fd6a33c1989bae8";

export default node;
