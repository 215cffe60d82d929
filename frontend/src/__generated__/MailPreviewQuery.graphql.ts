/**
 * @generated SignedSource<<c5d5ff0a7d9432dd945e935322c89a14>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type Language = "DE" | "EN" | "ES" | "FR" | "IT" | "%future added value";
export type MailPreviewQuery$variables = {
  invitation: string;
  language: Language;
  note?: string | null | undefined;
};
export type MailPreviewQuery$data = {
  readonly node: {
    readonly mailPreview?: {
      readonly subject: string;
      readonly text: string;
    };
    readonly mailbox?: {
      readonly id: string;
    } | null | undefined;
  } | null | undefined;
};
export type MailPreviewQuery = {
  response: MailPreviewQuery$data;
  variables: MailPreviewQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "invitation"
  },
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "language"
  },
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "note"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "id",
    "variableName": "invitation"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v3 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Mailbox",
      "kind": "LinkedField",
      "name": "mailbox",
      "plural": false,
      "selections": [
        (v2/*:: as any*/)
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": [
        {
          "kind": "Variable",
          "name": "language",
          "variableName": "language"
        },
        {
          "kind": "Variable",
          "name": "note",
          "variableName": "note"
        }
      ],
      "concreteType": "InvitationMailPreview",
      "kind": "LinkedField",
      "name": "mailPreview",
      "plural": false,
      "selections": [
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
          "name": "text",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Invitation",
  "abstractKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "MailPreviewQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          (v3/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "MailPreviewQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "__typename",
            "storageKey": null
          },
          (v3/*:: as any*/),
          (v2/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "3c316247ecc98b3744fdf5d2202cdc99",
    "id": null,
    "metadata": {},
    "name": "MailPreviewQuery",
    "operationKind": "query",
    "text": "query MailPreviewQuery(\n  $invitation: ID!\n  $language: Language!\n  $note: String\n) {\n  node(id: $invitation) {\n    __typename\n    ... on Invitation {\n      mailbox {\n        id\n      }\n      mailPreview(language: $language, note: $note) {\n        subject\n        text\n      }\n    }\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "98d9032372469aeb1afee7ac7ec92460";

export default node;
