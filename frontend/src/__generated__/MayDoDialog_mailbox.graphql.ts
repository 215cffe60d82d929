/**
 * @generated SignedSource<<05bd3ecb2e986181ffdc938e0b28cf98>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type Permission = "DELETE" | "DRAFT" | "EXPORT" | "MANAGE_ALIASES" | "MANAGE_AUTO_REPLY" | "MANAGE_DEVICES" | "MANAGE_FILTERS" | "MANAGE_FOLDERS" | "MANAGE_FORWARDING" | "MANAGE_RULES" | "MANAGE_SENDERS" | "MANAGE_SIGNATURES" | "ORGANIZE" | "READ" | "RESTORE" | "SEND_AS" | "SEND_ON_BEHALF" | "SHARE" | "VIEW_ACTIVITY" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type MayDoDialog_mailbox$data = {
  readonly address: string;
  readonly viewerAccess: {
    readonly grant: {
      readonly id: string;
      readonly requiresSecondFactor: boolean;
    } | null | undefined;
    readonly sharedBy: {
      readonly id: string;
      readonly name: string;
    } | null | undefined;
    readonly until: string | null | undefined;
  } | null | undefined;
  readonly viewerPermissions: ReadonlyArray<Permission>;
  readonly " $fragmentType": "MayDoDialog_mailbox";
};
export type MayDoDialog_mailbox$key = {
  readonly " $data"?: MayDoDialog_mailbox$data;
  readonly " $fragmentSpreads": FragmentRefs<"MayDoDialog_mailbox">;
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
  "name": "MayDoDialog_mailbox",
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
      "name": "viewerPermissions",
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
            (v0/*:: as any*/),
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "requiresSecondFactor",
              "storageKey": null
            }
          ],
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "User",
          "kind": "LinkedField",
          "name": "sharedBy",
          "plural": false,
          "selections": [
            (v0/*:: as any*/),
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
          "name": "until",
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

(node as any).hash = "ad0486f6da341db30966a9633f5c062a";

export default node;
