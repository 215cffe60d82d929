/**
 * @generated SignedSource<<5dcea961044c9e88b5716c2629b7391c>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type ErrorCode = "ADDRESS_IS_LOGIN_IDENTIFIER" | "ADDRESS_IS_SHARED" | "ALREADY_HAS_ACCESS" | "CONFLICT" | "FORBIDDEN" | "INTERNAL" | "INVITATION_FOR_ANOTHER_ADDRESS" | "INVITATION_INVALID" | "LAST_OWNER" | "NOT_A_MEMBER" | "NOT_FOUND" | "PERMISSION_EXCEEDS_OWN" | "RATE_LIMITED" | "SECOND_FACTOR_REQUIRED" | "STEP_UP_REQUIRED" | "TOO_COMPLEX" | "TOO_LARGE" | "UNAUTHENTICATED" | "UNAVAILABLE" | "VALIDATION_FAILED" | "%future added value";
export type Permission = "DELETE" | "DRAFT" | "EXPORT" | "MANAGE_ALIASES" | "MANAGE_AUTO_REPLY" | "MANAGE_DEVICES" | "MANAGE_FILTERS" | "MANAGE_FOLDERS" | "MANAGE_FORWARDING" | "MANAGE_RULES" | "MANAGE_SENDERS" | "MANAGE_SIGNATURES" | "ORGANIZE" | "READ" | "RESTORE" | "SEND_AS" | "SEND_ON_BEHALF" | "SHARE" | "VIEW_ACTIVITY" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type UsersTable_mailbox$data = {
  readonly activityCursor: string;
  readonly address: string;
  readonly canInvite: {
    readonly allowed: boolean;
    readonly code: ErrorCode | null | undefined;
    readonly reason: string | null | undefined;
    readonly wayOut: string | null | undefined;
  };
  readonly id: string;
  readonly organization: {
    readonly name: string;
  };
  readonly pendingInvitationCount: number;
  readonly userCount: number;
  readonly users: {
    readonly __id: string;
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly grant: {
          readonly " $fragmentSpreads": FragmentRefs<"GrantRow_grant">;
        } | null | undefined;
        readonly id?: string;
        readonly invitation: {
          readonly " $fragmentSpreads": FragmentRefs<"InvitationRow_invitation">;
        } | null | undefined;
        readonly member: {
          readonly " $fragmentSpreads": FragmentRefs<"MemberRow_member">;
        } | null | undefined;
      };
    }>;
  };
  readonly viewerPermissions: ReadonlyArray<Permission>;
  readonly " $fragmentSpreads": FragmentRefs<"InviteDialog_mailbox">;
  readonly " $fragmentType": "UsersTable_mailbox";
};
export type UsersTable_mailbox$key = {
  readonly " $data"?: UsersTable_mailbox$data;
  readonly " $fragmentSpreads": FragmentRefs<"UsersTable_mailbox">;
};

import UsersTablePageQuery_graphql from './UsersTablePageQuery.graphql';

const node: ReaderFragment = (function(){
var v0 = [
  "users"
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
};
return {
  "argumentDefinitions": [
    {
      "defaultValue": 50,
      "kind": "LocalArgument",
      "name": "count"
    },
    {
      "defaultValue": null,
      "kind": "LocalArgument",
      "name": "cursor"
    },
    {
      "defaultValue": null,
      "kind": "LocalArgument",
      "name": "filter"
    }
  ],
  "kind": "Fragment",
  "metadata": {
    "connection": [
      {
        "count": "count",
        "cursor": "cursor",
        "direction": "forward",
        "path": (v0/*:: as any*/)
      }
    ],
    "refetch": {
      "connection": {
        "forward": {
          "count": "count",
          "cursor": "cursor"
        },
        "backward": null,
        "path": (v0/*:: as any*/)
      },
      "fragmentPathInResult": [
        "node"
      ],
      "operation": UsersTablePageQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "UsersTable_mailbox",
  "selections": [
    (v1/*:: as any*/),
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
      "name": "activityCursor",
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
      "concreteType": "Organization",
      "kind": "LinkedField",
      "name": "organization",
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
          "name": "code",
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
      "name": "InviteDialog_mailbox"
    },
    {
      "alias": "users",
      "args": [
        {
          "kind": "Variable",
          "name": "filter",
          "variableName": "filter"
        }
      ],
      "concreteType": "MailboxUserConnection",
      "kind": "LinkedField",
      "name": "__UsersTable_users_connection",
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
                  "kind": "InlineFragment",
                  "selections": [
                    (v1/*:: as any*/)
                  ],
                  "type": "Node",
                  "abstractKey": "__isNode"
                },
                {
                  "fragment": {
                    "kind": "InlineFragment",
                    "selections": [
                      {
                        "args": null,
                        "kind": "FragmentSpread",
                        "name": "MemberRow_member"
                      }
                    ],
                    "type": "Member",
                    "abstractKey": null
                  },
                  "kind": "AliasedInlineFragmentSpread",
                  "name": "member"
                },
                {
                  "fragment": {
                    "kind": "InlineFragment",
                    "selections": [
                      {
                        "args": null,
                        "kind": "FragmentSpread",
                        "name": "GrantRow_grant"
                      }
                    ],
                    "type": "Grant",
                    "abstractKey": null
                  },
                  "kind": "AliasedInlineFragmentSpread",
                  "name": "grant"
                },
                {
                  "fragment": {
                    "kind": "InlineFragment",
                    "selections": [
                      {
                        "args": null,
                        "kind": "FragmentSpread",
                        "name": "InvitationRow_invitation"
                      }
                    ],
                    "type": "Invitation",
                    "abstractKey": null
                  },
                  "kind": "AliasedInlineFragmentSpread",
                  "name": "invitation"
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "__typename",
                  "storageKey": null
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
      "storageKey": null
    }
  ],
  "type": "Mailbox",
  "abstractKey": null
};
})();

(node as any).hash = "173f9c076e7245a5da53e9f93724dd11";

export default node;
