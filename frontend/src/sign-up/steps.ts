import type { Refusal } from '../api/refusal';
import type { Preview } from '../invitation/preview';
import type { SignUp } from './api';

/** What was typed so far. It stays in this page only, but for what the server was told. */
export interface Typed {
  email: string;
  firstName: string;
  lastName: string;
  password: string;
  phone: string;
  terms: boolean;
}

/** What every step is given. */
export interface StepProps {
  invitation: Preview;
  /** The link's token. */
  link: string;
  typed: Typed;
  onTyped: (typed: Partial<Typed>) => void;
  onBack: () => void;
  /** Refusals that end or turn the whole: NOT_FOUND, CONFLICT, INVITATION_INVALID. True when they were. */
  onRefusal: (refusal: Refusal) => boolean;
}

/** What the steps after the first are given. */
export interface LaterStepProps extends StepProps {
  token: string;
  signUp: SignUp;
  onSignUp: (signUp: SignUp) => void;
}
