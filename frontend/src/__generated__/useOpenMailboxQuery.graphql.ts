/**
 * @generated SignedSource<<cdf0c771c4b473ff5a3c9c845f8cc090>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type FolderRole = "ARCHIVE" | "DRAFTS" | "INBOX" | "SENT" | "SPAM" | "TRASH" | "%future added value";
export type Permission = "DELETE" | "DRAFT" | "EXPORT" | "MANAGE_ALIASES" | "MANAGE_AUTO_REPLY" | "MANAGE_DEVICES" | "MANAGE_FILTERS" | "MANAGE_FOLDERS" | "MANAGE_FORWARDING" | "MANAGE_RULES" | "MANAGE_SENDERS" | "MANAGE_SIGNATURES" | "ORGANIZE" | "READ" | "RESTORE" | "SEND_AS" | "SEND_ON_BEHALF" | "SHARE" | "VIEW_ACTIVITY" | "%future added value";
export type useOpenMailboxQuery$variables = {
  address: string;
};
export type useOpenMailboxQuery$data = {
  readonly viewer: {
    readonly mailbox: {
      readonly activityCursor: string;
      readonly address: string;
      readonly folders: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly role: FolderRole | null | undefined;
      }>;
      readonly id: string;
      readonly unread: number;
      readonly viewerPermissions: ReadonlyArray<Permission>;
      readonly " $fragmentSpreads": FragmentRefs<"FolderNav_mailbox" | "MailboxMenu_mailbox" | "useThreadActs_mailbox">;
    } | null | undefined;
  } | null | undefined;
};
export type useOpenMailboxQuery = {
  response: useOpenMailboxQuery$data;
  variables: useOpenMailboxQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "address"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "address",
    "variableName": "address"
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
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "address",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "unread",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "activityCursor",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "viewerPermissions",
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "role",
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
  "storageKey": null
},
v9 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "allowed",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useOpenMailboxQuery",
    "selections": [
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
            "args": (v1/*:: as any*/),
            "concreteType": "Mailbox",
            "kind": "LinkedField",
            "name": "mailbox",
            "plural": false,
            "selections": [
              (v2/*:: as any*/),
              (v3/*:: as any*/),
              (v4/*:: as any*/),
              (v5/*:: as any*/),
              (v6/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "Folder",
                "kind": "LinkedField",
                "name": "folders",
                "plural": true,
                "selections": [
                  (v2/*:: as any*/),
                  (v7/*:: as any*/),
                  (v8/*:: as any*/)
                ],
                "storageKey": null
              },
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "FolderNav_mailbox"
              },
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "MailboxMenu_mailbox"
              },
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "useThreadActs_mailbox"
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
    "name": "useOpenMailboxQuery",
    "selections": [
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
            "args": (v1/*:: as any*/),
            "concreteType": "Mailbox",
            "kind": "LinkedField",
            "name": "mailbox",
            "plural": false,
            "selections": [
              (v2/*:: as any*/),
              (v3/*:: as any*/),
              (v4/*:: as any*/),
              (v5/*:: as any*/),
              (v6/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "Folder",
                "kind": "LinkedField",
                "name": "folders",
                "plural": true,
                "selections": [
                  (v2/*:: as any*/),
                  (v7/*:: as any*/),
                  (v8/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "total",
                    "storageKey": null
                  },
                  (v4/*:: as any*/),
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
                  }
                ],
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
                      (v2/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "personal",
                        "storageKey": null
                      },
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
                      (v2/*:: as any*/),
                      (v8/*:: as any*/)
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
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "Eligibility",
                "kind": "LinkedField",
                "name": "canInvite",
                "plural": false,
                "selections": [
                  (v9/*:: as any*/),
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
                  (v2/*:: as any*/),
                  (v8/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "Eligibility",
                    "kind": "LinkedField",
                    "name": "canAdminister",
                    "plural": false,
                    "selections": [
                      (v9/*:: as any*/)
                    ],
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
                  (v2/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "defaultPermissions",
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
    ]
  },
  "params": {
    "cacheID": "1d628f3e14d3cec5c4c06a58571578e1",
    "id": null,
    "metadata": {},
    "name": "useOpenMailboxQuery",
    "operationKind": "query",
    "text": "query useOpenMailboxQuery(\n  $address: String!\n) {\n  viewer {\n    mailbox(address: $address) {\n      id\n      address\n      unread\n      activityCursor\n      viewerPermissions\n      folders {\n        id\n        role\n        name\n      }\n      ...FolderNav_mailbox\n      ...MailboxMenu_mailbox\n      ...useThreadActs_mailbox\n    }\n  }\n}\n\nfragment FolderNav_mailbox on Mailbox {\n  folders {\n    id\n    role\n    name\n    total\n    unread\n    mailbox {\n      id\n    }\n  }\n}\n\nfragment InviteDialog_mailbox on Mailbox {\n  id\n  address\n  organization {\n    id\n    name\n    viewerRole\n  }\n  mailService {\n    defaultPermissions\n    id\n  }\n  viewerPermissions\n}\n\nfragment LeaveDialog_mailbox on Mailbox {\n  id\n  address\n  viewerAccess {\n    sharedBy {\n      id\n      name\n    }\n  }\n}\n\nfragment MailboxMenu_mailbox on Mailbox {\n  address\n  viewerAccess {\n    grant {\n      id\n      personal\n    }\n  }\n  canInvite {\n    allowed\n    reason\n    wayOut\n  }\n  ...SettingsDialog_mailbox\n  ...MayDoDialog_mailbox\n  ...LeaveDialog_mailbox\n  ...InviteDialog_mailbox\n}\n\nfragment MayDoDialog_mailbox on Mailbox {\n  address\n  viewerPermissions\n  viewerAccess {\n    grant {\n      id\n      requiresSecondFactor\n    }\n    sharedBy {\n      id\n      name\n    }\n    until\n  }\n}\n\nfragment SettingsDialog_mailbox on Mailbox {\n  address\n  userCount\n  pendingInvitationCount\n  organization {\n    id\n    name\n    canAdminister {\n      allowed\n    }\n  }\n  mailService {\n    id\n  }\n  viewerAccess {\n    grant {\n      id\n    }\n    sharedBy {\n      id\n    }\n  }\n  canInvite {\n    allowed\n    reason\n    wayOut\n  }\n}\n\nfragment useThreadActs_mailbox on Mailbox {\n  id\n  folders {\n    id\n    role\n    name\n  }\n}\n"
  }
};
})();

(node as any).hash = "53904b658e92ba2a8620a380a5fa5cba";

export default node;
