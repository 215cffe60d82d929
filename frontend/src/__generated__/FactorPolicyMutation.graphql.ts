/**
 * @generated SignedSource<<dde1556d94e04d0cc557f16860530808>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type UpdateSecondFactorPolicyInput = {
  guests?: boolean | null | undefined;
  members?: boolean | null | undefined;
  organization: string;
};
export type FactorPolicyMutation$variables = {
  input: UpdateSecondFactorPolicyInput;
};
export type FactorPolicyMutation$data = {
  readonly updateSecondFactorPolicy: {
    readonly organization: {
      readonly id: string;
      readonly " $fragmentSpreads": FragmentRefs<"FactorPolicy_organization">;
    };
  };
};
export type FactorPolicyMutation = {
  response: FactorPolicyMutation$data;
  variables: FactorPolicyMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "input",
    "variableName": "input"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "FactorPolicyMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "UpdateSecondFactorPolicyPayload",
        "kind": "LinkedField",
        "name": "updateSecondFactorPolicy",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Organization",
            "kind": "LinkedField",
            "name": "organization",
            "plural": false,
            "selections": [
              (v2/*:: as any*/),
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "FactorPolicy_organization"
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "FactorPolicyMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "UpdateSecondFactorPolicyPayload",
        "kind": "LinkedField",
        "name": "updateSecondFactorPolicy",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Organization",
            "kind": "LinkedField",
            "name": "organization",
            "plural": false,
            "selections": [
              (v2/*:: as any*/),
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
                "concreteType": "SecondFactorPolicy",
                "kind": "LinkedField",
                "name": "secondFactorPolicy",
                "plural": false,
                "selections": [
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "members",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "guests",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "membersWithout",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "guestsWithout",
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
    "cacheID": "27c47c4e32d9c393c5a594ddd0410272",
    "id": null,
    "metadata": {},
    "name": "FactorPolicyMutation",
    "operationKind": "mutation",
    "text": "mutation FactorPolicyMutation(\n  $input: UpdateSecondFactorPolicyInput!\n) {\n  updateSecondFactorPolicy(input: $input) {\n    organization {\n      id\n      ...FactorPolicy_organization\n    }\n  }\n}\n\nfragment FactorPolicy_organization on Organization {\n  id\n  name\n  secondFactorPolicy {\n    members\n    guests\n    membersWithout\n    guestsWithout\n  }\n}\n"
  }
};
})();

(node as any).hash = "3db9b6fde71139735aed53c95cf21aa5";

export default node;
