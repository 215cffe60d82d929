/**
 * @generated SignedSource<<1df01c1d38cbe456c5f1413336c90123>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type MailboxKind = "CONNECTED" | "HOSTED" | "%future added value";
export type Permission = "DELETE" | "DRAFT" | "EXPORT" | "MANAGE_ALIASES" | "MANAGE_AUTO_REPLY" | "MANAGE_DEVICES" | "MANAGE_FILTERS" | "MANAGE_FOLDERS" | "MANAGE_FORWARDING" | "MANAGE_RULES" | "MANAGE_SENDERS" | "MANAGE_SIGNATURES" | "ORGANIZE" | "READ" | "RESTORE" | "SEND_AS" | "SEND_ON_BEHALF" | "SHARE" | "VIEW_ACTIVITY" | "%future added value";
export type Preset = "AGENT" | "ASSISTANT" | "MANAGER" | "ORGANIZER" | "READER" | "%future added value";
export type AddressPageQuery$variables = {
  address: string;
};
export type AddressPageQuery$data = {
  readonly presets: ReadonlyArray<{
    readonly permissions: ReadonlyArray<Permission>;
    readonly preset: Preset;
  }>;
  readonly viewer: {
    readonly mailbox: {
      readonly address: string;
      readonly kind: MailboxKind;
      readonly mailService: {
        readonly id: string;
        readonly name: string;
      };
      readonly organization: {
        readonly canAdminister: {
          readonly allowed: boolean;
        };
        readonly id: string;
        readonly name: string;
      };
      readonly userCount: number;
      readonly viewerPermissions: ReadonlyArray<Permission>;
      readonly " $fragmentSpreads": FragmentRefs<"UsersTable_mailbox">;
    } | null | undefined;
    readonly user: {
      readonly email: string;
      readonly id: string;
    };
  } | null | undefined;
};
export type AddressPageQuery = {
  response: AddressPageQuery$data;
  variables: AddressPageQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "address"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "permissions",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "concreteType": "PresetDefinition",
  "kind": "LinkedField",
  "name": "presets",
  "plural": true,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "preset",
      "storageKey": null
    },
    (v1/*:: as any*/)
  ],
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "email",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "concreteType": "User",
  "kind": "LinkedField",
  "name": "user",
  "plural": false,
  "selections": [
    (v3/*:: as any*/),
    (v4/*:: as any*/)
  ],
  "storageKey": null
},
v6 = [
  {
    "kind": "Variable",
    "name": "address",
    "variableName": "address"
  }
],
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "address",
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "kind",
  "storageKey": null
},
v9 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
  "storageKey": null
},
v10 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "allowed",
  "storageKey": null
},
v11 = {
  "alias": null,
  "args": null,
  "concreteType": "Eligibility",
  "kind": "LinkedField",
  "name": "canAdminister",
  "plural": false,
  "selections": [
    (v10/*:: as any*/)
  ],
  "storageKey": null
},
v12 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "viewerPermissions",
  "storageKey": null
},
v13 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "userCount",
  "storageKey": null
},
v14 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "reason",
  "storageKey": null
},
v15 = [
  {
    "kind": "Literal",
    "name": "first",
    "value": 50
  }
],
v16 = {
  "alias": null,
  "args": null,
  "concreteType": "User",
  "kind": "LinkedField",
  "name": "user",
  "plural": false,
  "selections": [
    (v3/*:: as any*/),
    (v9/*:: as any*/),
    (v4/*:: as any*/)
  ],
  "storageKey": null
},
v17 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "requiresSecondFactor",
  "storageKey": null
},
v18 = [
  (v9/*:: as any*/),
  (v3/*:: as any*/)
],
v19 = [
  (v10/*:: as any*/),
  (v14/*:: as any*/)
],
v20 = {
  "alias": null,
  "args": null,
  "concreteType": "Eligibility",
  "kind": "LinkedField",
  "name": "canUpdate",
  "plural": false,
  "selections": (v19/*:: as any*/),
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "AddressPageQuery",
    "selections": [
      (v2/*:: as any*/),
      {
        "alias": null,
        "args": null,
        "concreteType": "Viewer",
        "kind": "LinkedField",
        "name": "viewer",
        "plural": false,
        "selections": [
          (v5/*:: as any*/),
          {
            "alias": null,
            "args": (v6/*:: as any*/),
            "concreteType": "Mailbox",
            "kind": "LinkedField",
            "name": "mailbox",
            "plural": false,
            "selections": [
              (v7/*:: as any*/),
              (v8/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "Organization",
                "kind": "LinkedField",
                "name": "organization",
                "plural": false,
                "selections": [
                  (v3/*:: as any*/),
                  (v9/*:: as any*/),
                  (v11/*:: as any*/)
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
                  (v3/*:: as any*/),
                  (v9/*:: as any*/)
                ],
                "storageKey": null
              },
              (v12/*:: as any*/),
              (v13/*:: as any*/),
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "UsersTable_mailbox"
              }
            ],
            "storageKey": null
          }
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
    "name": "AddressPageQuery",
    "selections": [
      (v2/*:: as any*/),
      {
        "alias": null,
        "args": null,
        "concreteType": "Viewer",
        "kind": "LinkedField",
        "name": "viewer",
        "plural": false,
        "selections": [
          (v5/*:: as any*/),
          {
            "alias": null,
            "args": (v6/*:: as any*/),
            "concreteType": "Mailbox",
            "kind": "LinkedField",
            "name": "mailbox",
            "plural": false,
            "selections": [
              (v7/*:: as any*/),
              (v8/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "Organization",
                "kind": "LinkedField",
                "name": "organization",
                "plural": false,
                "selections": [
                  (v3/*:: as any*/),
                  (v9/*:: as any*/),
                  (v11/*:: as any*/),
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
                  (v3/*:: as any*/),
                  (v9/*:: as any*/),
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
              (v12/*:: as any*/),
              (v13/*:: as any*/),
              (v3/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "activityCursor",
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
                "concreteType": "Eligibility",
                "kind": "LinkedField",
                "name": "canInvite",
                "plural": false,
                "selections": [
                  (v10/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "code",
                    "storageKey": null
                  },
                  (v14/*:: as any*/),
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
                "alias": null,
                "args": (v15/*:: as any*/),
                "concreteType": "MailboxUserConnection",
                "kind": "LinkedField",
                "name": "users",
                "plural": false,
                "selections": [
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "MailboxUserEdge",
                    "kind": "LinkedField",
                    "name": "edges",
                    "plural": true,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
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
                          {
                            "kind": "InlineFragment",
                            "selections": [
                              (v3/*:: as any*/)
                            ],
                            "type": "Node",
                            "abstractKey": "__isNode"
                          },
                          {
                            "kind": "InlineFragment",
                            "selections": [
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "role",
                                "storageKey": null
                              },
                              (v16/*:: as any*/)
                            ],
                            "type": "Member",
                            "abstractKey": null
                          },
                          {
                            "kind": "InlineFragment",
                            "selections": [
                              (v3/*:: as any*/),
                              (v16/*:: as any*/),
                              (v1/*:: as any*/),
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "state",
                                "storageKey": null
                              },
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "startsAt",
                                "storageKey": null
                              },
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "expiresAt",
                                "storageKey": null
                              },
                              (v17/*:: as any*/),
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "userHasSecondFactor",
                                "storageKey": null
                              },
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "external",
                                "storageKey": null
                              },
                              {
                                "alias": null,
                                "args": null,
                                "concreteType": "User",
                                "kind": "LinkedField",
                                "name": "givenBy",
                                "plural": false,
                                "selections": (v18/*:: as any*/),
                                "storageKey": null
                              },
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "givenAt",
                                "storageKey": null
                              },
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "lastUsedAt",
                                "storageKey": null
                              },
                              (v20/*:: as any*/),
                              {
                                "alias": null,
                                "args": null,
                                "concreteType": "Eligibility",
                                "kind": "LinkedField",
                                "name": "canRevoke",
                                "plural": false,
                                "selections": (v19/*:: as any*/),
                                "storageKey": null
                              }
                            ],
                            "type": "Grant",
                            "abstractKey": null
                          },
                          {
                            "kind": "InlineFragment",
                            "selections": [
                              (v3/*:: as any*/),
                              (v4/*:: as any*/),
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "bound",
                                "storageKey": null
                              },
                              (v1/*:: as any*/),
                              {
                                "alias": "linkExpiresAt",
                                "args": null,
                                "kind": "ScalarField",
                                "name": "expiresAt",
                                "storageKey": null
                              },
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "grantExpiresAt",
                                "storageKey": null
                              },
                              (v17/*:: as any*/),
                              {
                                "alias": null,
                                "args": null,
                                "concreteType": "User",
                                "kind": "LinkedField",
                                "name": "invitedBy",
                                "plural": false,
                                "selections": (v18/*:: as any*/),
                                "storageKey": null
                              },
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "createdAt",
                                "storageKey": null
                              },
                              {
                                "alias": null,
                                "args": null,
                                "kind": "ScalarField",
                                "name": "sentAt",
                                "storageKey": null
                              },
                              (v20/*:: as any*/)
                            ],
                            "type": "Invitation",
                            "abstractKey": null
                          }
                        ],
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "cursor",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "PageInfo",
                    "kind": "LinkedField",
                    "name": "pageInfo",
                    "plural": false,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "endCursor",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "hasNextPage",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "kind": "ClientExtension",
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "__id",
                        "storageKey": null
                      }
                    ]
                  }
                ],
                "storageKey": "users(first:50)"
              },
              {
                "alias": null,
                "args": (v15/*:: as any*/),
                "filters": [
                  "filter"
                ],
                "handle": "connection",
                "key": "UsersTable_users",
                "kind": "LinkedHandle",
                "name": "users"
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "7759e0b1c8ec6756bdf8da61f48cc5f0",
    "id": null,
    "metadata": {},
    "name": "AddressPageQuery",
    "operationKind": "query",
    "text": "query AddressPageQuery(\n  $address: String!\n) {\n  presets {\n    preset\n    permissions\n  }\n  viewer {\n    user {\n      id\n      email\n    }\n    mailbox(address: $address) {\n      address\n      kind\n      organization {\n        id\n        name\n        canAdminister {\n          allowed\n        }\n      }\n      mailService {\n        id\n        name\n      }\n      viewerPermissions\n      userCount\n      ...UsersTable_mailbox\n      id\n    }\n  }\n}\n\nfragment GrantRow_grant on Grant {\n  id\n  user {\n    id\n    name\n    email\n  }\n  permissions\n  state\n  startsAt\n  expiresAt\n  requiresSecondFactor\n  userHasSecondFactor\n  external\n  givenBy {\n    name\n    id\n  }\n  givenAt\n  lastUsedAt\n  canUpdate {\n    allowed\n    reason\n  }\n  canRevoke {\n    allowed\n    reason\n  }\n}\n\nfragment InvitationRow_invitation on Invitation {\n  id\n  email\n  bound\n  permissions\n  linkExpiresAt: expiresAt\n  grantExpiresAt\n  requiresSecondFactor\n  invitedBy {\n    name\n    id\n  }\n  createdAt\n  sentAt\n  canUpdate {\n    allowed\n    reason\n  }\n}\n\nfragment InviteDialog_mailbox on Mailbox {\n  id\n  address\n  organization {\n    id\n    name\n    viewerRole\n  }\n  mailService {\n    defaultPermissions\n    id\n  }\n  viewerPermissions\n}\n\nfragment MemberRow_member on Member {\n  role\n  user {\n    id\n    name\n    email\n  }\n}\n\nfragment UsersTable_mailbox on Mailbox {\n  id\n  address\n  activityCursor\n  userCount\n  pendingInvitationCount\n  organization {\n    name\n    id\n  }\n  viewerPermissions\n  canInvite {\n    allowed\n    code\n    reason\n    wayOut\n  }\n  ...InviteDialog_mailbox\n  users(first: 50) {\n    edges {\n      node {\n        __typename\n        ... on Node {\n          __isNode: __typename\n          id\n        }\n        ...MemberRow_member\n        ...GrantRow_grant\n        ...InvitationRow_invitation\n      }\n      cursor\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "e2b41ea5306ff4c9c8f4273e23e2e4fc";

export default node;
