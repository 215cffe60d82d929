import { call } from '../api/post';
import { useTranslation } from '../i18n/translation';
import { type Method, type Proof, ProofForm } from '../second-factor/ProofForm';
import { Button } from '../ui/Button';
import { Panel } from '../ui/PublicPage';

const VERIFY =
  'mutation ($input: VerifySecondFactorInput!) { verifySecondFactor(input: $input) { viewer { user { id } } } }';

/** What is still to be proved after the password. */
export interface Challenge {
  challenge: string;
  methods: Method[];
}

interface SecondFactorProps {
  email: string;
  challenge: Challenge;
  onSignedIn: () => void;
  /** Back to the password; `over` when it took too long. */
  onBack: (over: boolean) => void;
}

/** The second step of signing in. */
export function SecondFactor({ email, challenge, onSignedIn, onBack }: SecondFactorProps) {
  const { t } = useTranslation();
  const prove = async (proof: Proof) => {
    await call(VERIFY, { input: { challenge: challenge.challenge, proof } });
    onSignedIn();
  };
  return (
    <Panel narrow>
      <ProofForm
        email={email}
        challenge={challenge.challenge}
        methods={challenge.methods}
        submit={t('signIn.submit')}
        onProof={prove}
        onRefusal={({ code }) => {
          const isOver = code === 'UNAUTHENTICATED';
          if (isOver) onBack(true);
          return isOver;
        }}
      />
      <Button kind="link" onClick={() => onBack(false)}>
        {t('ui.back')}
      </Button>
    </Panel>
  );
}
