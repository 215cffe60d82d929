/**
 * @generated SignedSource<<b17f92b31ff475d06f8af7c7366c0362>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type purgeTestQuery$variables = Record<PropertyKey, never>;
export type purgeTestQuery$data = {
  readonly viewer: {
    readonly mailboxes: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly address: string;
          readonly folder: {
            readonly id: string;
            readonly threads: {
              readonly edges: ReadonlyArray<{
                readonly node: {
                  readonly id: string;
                  readonly messages: ReadonlyArray<{
                    readonly id: string;
                    readonly snippet: string;
                  }>;
                  readonly participants: ReadonlyArray<{
                    readonly address: string;
                  }>;
                  readonly subject: string;
                };
              }>;
            };
          } | null | undefined;
          readonly id: string;
          readonly organization: {
            readonly id: string;
            readonly name: string;
          };
        } | null | undefined;
      } | null | undefined> | null | undefined;
    };
  } | null | undefined;
};
export type purgeTestQuery = {
  response: purgeTestQuery$data;
  variables: purgeTestQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "kind": "Literal",
    "name": "first",
    "value": 10
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "address",
  "storageKey": null
},
v3 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "Viewer",
    "kind": "LinkedField",
    "name": "viewer",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": (v0/*:: as any*/),
        "concreteType": "MailboxConnection",
        "kind": "LinkedField",
        "name": "mailboxes",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "MailboxEdge",
            "kind": "LinkedField",
            "name": "edges",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "Mailbox",
                "kind": "LinkedField",
                "name": "node",
                "plural": false,
                "selections": [
                  (v1/*:: as any*/),
                  (v2/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "Organization",
                    "kind": "LinkedField",
                    "name": "organization",
                    "plural": false,
                    "selections": [
                      (v1/*:: as any*/),
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
                    "args": [
                      {
                        "kind": "Literal",
                        "name": "role",
                        "value": "INBOX"
                      }
                    ],
                    "concreteType": "Folder",
                    "kind": "LinkedField",
                    "name": "folder",
                    "plural": false,
                    "selections": [
                      (v1/*:: as any*/),
                      {
                        "alias": null,
                        "args": (v0/*:: as any*/),
                        "concreteType": "ThreadConnection",
                        "kind": "LinkedField",
                        "name": "threads",
                        "plural": false,
                        "selections": [
                          {
                            "alias": null,
                            "args": null,
                            "concreteType": "ThreadEdge",
                            "kind": "LinkedField",
                            "name": "edges",
                            "plural": true,
                            "selections": [
                              {
                                "alias": null,
                                "args": null,
                                "concreteType": "Thread",
                                "kind": "LinkedField",
                                "name": "node",
                                "plural": false,
                                "selections": [
                                  (v1/*:: as any*/),
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
                                    "concreteType": "EmailAddress",
                                    "kind": "LinkedField",
                                    "name": "participants",
                                    "plural": true,
                                    "selections": [
                                      (v2/*:: as any*/)
                                    ],
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
                                      (v1/*:: as any*/),
                                      {
                                        "alias": null,
                                        "args": null,
                                        "kind": "ScalarField",
                                        "name": "snippet",
                                        "storageKey": null
                                      }
                                    ],
                                    "storageKey": null
                                  }
                                ],
                                "storageKey": null
                              }
                            ],
                            "storageKey": null
                          }
                        ],
                        "storageKey": "threads(first:10)"
                      }
                    ],
                    "storageKey": "folder(role:\"INBOX\")"
                  }
                ],
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": "mailboxes(first:10)"
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "purgeTestQuery",
    "selections": (v3/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "purgeTestQuery",
    "selections": (v3/*:: as any*/)
  },
  "params": {
    "cacheID": "b4e8f80725921b61cd12be0438c96e19",
    "id": null,
    "metadata": {},
    "name": "purgeTestQuery",
    "operationKind": "query",
    "text": "query purgeTestQuery {\n  viewer {\n    mailboxes(first: 10) {\n      edges {\n        node {\n          id\n          address\n          organization {\n            id\n            name\n          }\n          folder(role: INBOX) {\n            id\n            threads(first: 10) {\n              edges {\n                node {\n                  id\n                  subject\n                  participants {\n                    address\n                  }\n                  messages {\n                    id\n                    snippet\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "9f226a613c7ba11c00b6f2f8076899bb";

export default node;
