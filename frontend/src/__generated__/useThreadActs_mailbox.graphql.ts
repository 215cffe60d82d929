/**
 * @generated SignedSource<<3831827687277aba67bbbe594361d6d4>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type FolderRole = "ARCHIVE" | "DRAFTS" | "INBOX" | "SENT" | "SPAM" | "TRASH" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type useThreadActs_mailbox$data = {
  readonly folders: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly role: FolderRole | null | undefined;
  }>;
  readonly id: string;
  readonly " $fragmentType": "useThreadActs_mailbox";
};
export type useThreadActs_mailbox$key = {
  readonly " $data"?: useThreadActs_mailbox$data;
  readonly " $fragmentSpreads": FragmentRefs<"useThreadActs_mailbox">;
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
  "name": "useThreadActs_mailbox",
  "selections": [
    (v0/*:: as any*/),
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
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Mailbox",
  "abstractKey": null
};
})();

(node as any).hash = "80d2fe65ef456e71093fcebc2a8c5ca2";

export default node;
