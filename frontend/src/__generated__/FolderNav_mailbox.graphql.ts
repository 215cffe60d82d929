/**
 * @generated SignedSource<<1689e37407832c2751f8bb7ad7d2d97a>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type FolderRole = "ARCHIVE" | "DRAFTS" | "INBOX" | "SENT" | "SPAM" | "TRASH" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type FolderNav_mailbox$data = {
  readonly folders: ReadonlyArray<{
    readonly id: string;
    readonly mailbox: {
      readonly id: string;
    };
    readonly name: string;
    readonly role: FolderRole | null | undefined;
    readonly total: number;
    readonly unread: number;
  }>;
  readonly " $fragmentType": "FolderNav_mailbox";
};
export type FolderNav_mailbox$key = {
  readonly " $data"?: FolderNav_mailbox$data;
  readonly " $fragmentSpreads": FragmentRefs<"FolderNav_mailbox">;
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
  "name": "FolderNav_mailbox",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Folder",
      "kind": "LinkedField",
      "name": "folders",
      "plural": true,
      "selections": [
        (v0/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "role",
          "storageKey": null
        },
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
          "name": "total",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "unread",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "Mailbox",
          "kind": "LinkedField",
          "name": "mailbox",
          "plural": false,
          "selections": [
            (v0/*:: as any*/)
          ],
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

(node as any).hash = "7bf95af00a7990b7f8fd00ef90cd70ce";

export default node;
