import { graphql, useFragment } from 'react-relay/hooks';
import type { Sessions_security$key } from '../../__generated__/Sessions_security.graphql';
import type { SessionsEndMutation } from '../../__generated__/SessionsEndMutation.graphql';
import type { SessionsEndOthersMutation } from '../../__generated__/SessionsEndOthersMutation.graphql';
import { asRefusal } from '../../api/refusal';
import { useAct } from '../../api/useAct';
import { useRefusalText } from '../../api/useRefusalText';
import { useTranslation } from '../../i18n/translation';
import { Button } from '../../ui/Button';
import { showToast } from '../../ui/toast';
import { Card, Section } from '../Section';
import { SessionRow } from './SessionRow';

/** Where the viewer is signed in, and how to end it. */
export function Sessions(props: { security: Sessions_security$key }) {
  const { sessions } = useFragment(fragment, props.security);
  const { t } = useTranslation();
  const say = useRefusalText();
  const [end] = useAct<SessionsEndMutation>(endMutation);
  const [endOthers, endingOthers] = useAct<SessionsEndOthersMutation>(endOthersMutation);
  const others = sessions.length - 1;
  const saying = async (act: () => Promise<unknown>, text: string) => {
    try {
      await act();
      await showToast({ text });
    } catch (thrown) {
      await showToast({ text: say(asRefusal(thrown)) });
    }
  };
  return (
    <Section
      title={t('account.sessions')}
      help={t('account.sessionsHelp')}
      action={
        others > 0 && (
          <Button
            kind="danger"
            busy={endingOthers}
            onClick={() => void saying(() => endOthers({}), t('account.othersEnded', { count: others }))}
          >
            {t('account.endOthers')}
          </Button>
        )
      }
    >
      <Card>
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            onEnd={(name) =>
              void saying(() => end({ input: { session: session.id } }), t('account.sessionEnded', { name }))
            }
          />
        ))}
      </Card>
    </Section>
  );
}

const fragment = graphql`
  fragment Sessions_security on Security {
    sessions {
      id
      ...SessionRow_session
    }
  }
`;

const endMutation = graphql`
  mutation SessionsEndMutation($input: EndSessionInput!) {
    endSession(input: $input) {
      viewer {
        security {
          ...Sessions_security
        }
      }
    }
  }
`;

const endOthersMutation = graphql`
  mutation SessionsEndOthersMutation {
    endOtherSessions {
      viewer {
        security {
          ...Sessions_security
        }
      }
    }
  }
`;
