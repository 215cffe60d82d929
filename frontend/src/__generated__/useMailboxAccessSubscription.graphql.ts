/**
 * @generated SignedSource<<38355b42053d01d9fce68899574f1344>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type AccessEventKind = "CHANGED" | "EXPIRED" | "GRANTED" | "LEFT" | "REVOKED" | "%future added value";
export type AccessEventReason = "SECOND_FACTOR" | "%future added value";
export type ErrorCode = "ADDRESS_IS_LOGIN_IDENTIFIER" | "ADDRESS_IS_SHARED" | "ALREADY_HAS_ACCESS" | "CONFLICT" | "FORBIDDEN" | "INTERNAL" | "INVITATION_FOR_ANOTHER_ADDRESS" | "INVITATION_INVALID" | "LAST_OWNER" | "NOT_A_MEMBER" | "NOT_FOUND" | "PERMISSION_EXCEEDS_OWN" | "RATE_LIMITED" | "SECOND_FACTOR_REQUIRED" | "STEP_UP_REQUIRED" | "TOO_COMPLEX" | "TOO_LARGE" | "UNAUTHENTICATED" | "UNAVAILABLE" | "VALIDATION_FAILED" | "%future added value";
export type Permission = "DELETE" | "DRAFT" | "EXPORT" | "MANAGE_ALIASES" | "MANAGE_AUTO_REPLY" | "MANAGE_DEVICES" | "MANAGE_FILTERS" | "MANAGE_FOLDERS" | "MANAGE_FORWARDING" | "MANAGE_RULES" | "MANAGE_SENDERS" | "MANAGE_SIGNATURES" | "ORGANIZE" | "READ" | "RESTORE" | "SEND_AS" | "SEND_ON_BEHALF" | "SHARE" | "VIEW_ACTIVITY" | "%future added value";
export type useMailboxAccessSubscription$variables = {
  after?: string | null | undefined;
};
export type useMailboxAccessSubscription$data = {
  readonly mailboxAccess: {
    readonly actorName: string | null | undefined;
    readonly address: string;
    readonly at: string;
    readonly cursor: string;
    readonly kind: AccessEventKind;
    readonly mailbox: {
      readonly address: string;
      readonly canInvite: {
        readonly allowed: boolean;
        readonly code: ErrorCode | null | undefined;
        readonly reason: string | null | undefined;
        readonly wayOut: string | null | undefined;
      };
      readonly id: string;
      readonly organization: {
        readonly id: string;
        readonly name: string;
      };
      readonly unread: number;
      readonly viewerAccess: {
        readonly organization: {
          readonly id: string;
          readonly name: string;
        };
        readonly sharedBy: {
          readonly id: string;
          readonly name: string;
        } | null | undefined;
        readonly until: string | null | undefined;
      } | null | undefined;
      readonly viewerPermissions: ReadonlyArray<Permission>;
    } | null | undefined;
    readonly mailboxId: string;
    readonly permissions: ReadonlyArray<Permission>;
    readonly reason: AccessEventReason | null | undefined;
  };
};
export type useMailboxAccessSubscription = {
  response: useMailboxAccessSubscription$data;
  variables: useMailboxAccessSubscription$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "after"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "address",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "reason",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v4 = [
  (v3/*:: as any*/),
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "name",
    "storageKey": null
  }
],
v5 = {
  "alias": null,
  "args": null,
  "concreteType": "Organization",
  "kind": "LinkedField",
  "name": "organization",
  "plural": false,
  "selections": (v4/*:: as any*/),
  "storageKey": null
},
v6 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "after",
        "variableName": "after"
      }
    ],
    "concreteType": "AccessEvent",
    "kind": "LinkedField",
    "name": "mailboxAccess",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "cursor",
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
        "kind": "ScalarField",
        "name": "at",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "actorName",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "mailboxId",
        "storageKey": null
      },
      (v1/*:: as any*/),
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "permissions",
        "storageKey": null
      },
      (v2/*:: as any*/),
      {
        "alias": null,
        "args": null,
        "concreteType": "Mailbox",
        "kind": "LinkedField",
        "name": "mailbox",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          (v1/*:: as any*/),
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
            "name": "viewerPermissions",
            "storageKey": null
          },
          (v5/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "ViewerAccess",
            "kind": "LinkedField",
            "name": "viewerAccess",
            "plural": false,
            "selections": [
              (v5/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "User",
                "kind": "LinkedField",
                "name": "sharedBy",
                "plural": false,
                "selections": (v4/*:: as any*/),
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
              (v2/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "wayOut",
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
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useMailboxAccessSubscription",
    "selections": (v6/*:: as any*/),
    "type": "Subscription",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useMailboxAccessSubscription",
    "selections": (v6/*:: as any*/)
  },
  "params": {
    "cacheID": "c93afee3ffd6daa681fdfb7095248864",
    "id": null,
    "metadata": {},
    "name": "useMailboxAccessSubscription",
    "operationKind": "subscription",
    "text": "subscription useMailboxAccessSubscription(\n  $after: Cursor\n) {\n  mailboxAccess(after: $after) {\n    cursor\n    kind\n    at\n    actorName\n    mailboxId\n    address\n    permissions\n    reason\n    mailbox {\n      id\n      address\n      unread\n      viewerPermissions\n      organization {\n        id\n        name\n      }\n      viewerAccess {\n        organization {\n          id\n          name\n        }\n        sharedBy {\n          id\n          name\n        }\n        until\n      }\n      canInvite {\n        allowed\n        code\n        reason\n        wayOut\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "d3f83f2cb858b68eb2c35525f64b7582";

export default node;
