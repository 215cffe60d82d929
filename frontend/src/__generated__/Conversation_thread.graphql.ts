/**
 * @generated SignedSource<<4fb03a826148a6c08cfd068d894ceb73>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type Conversation_thread$data = {
  readonly id: string;
  readonly messages: ReadonlyArray<{
    readonly id: string;
    readonly seen: boolean;
    readonly " $fragmentSpreads": FragmentRefs<"Letter_message">;
  }>;
  readonly starred: boolean;
  readonly subject: string;
  readonly unread: number;
  readonly " $fragmentType": "Conversation_thread";
};
export type Conversation_thread$key = {
  readonly " $data"?: Conversation_thread$data;
  readonly " $fragmentSpreads": FragmentRefs<"Conversation_thread">;
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
  "name": "Conversation_thread",
  "selections": [
    (v0/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "subject",
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
      "kind": "ScalarField",
      "name": "starred",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Message",
      "kind": "LinkedField",
      "name": "messages",
      "plural": true,
      "selections": [
        (v0/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "seen",
          "storageKey": null
        },
        {
          "args": null,
          "kind": "FragmentSpread",
          "name": "Letter_message"
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Thread",
  "abstractKey": null
};
})();

(node as any).hash = "6486c6726f69fc9db9eb143d24707794";

export default node;
