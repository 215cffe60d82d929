import SearchX from 'lucide-react/icons/search-x';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Boundary } from './api/Boundary';
import { href, paths } from './href';
import { accountMessages, mailMessages, managerMessages, sharingMessages } from './i18n/appMessages';
import { useTranslation, withWords } from './i18n/translation';
import { AccessProvider } from './mail/live/AccessProvider';
import { ButtonLink } from './ui/ButtonLink';
import { CoveringNotice } from './ui/Notice';
import { Skeleton } from './ui/Skeleton';

const MailPage = lazy(() => withWords(import('./mail/MailPage'), mailMessages));
const AccountPage = lazy(() => withWords(import('./account/AccountPage'), accountMessages, sharingMessages));
const ManagerPage = lazy(() => withWords(import('./manager/ManagerPage'), managerMessages, sharingMessages));

/** Which page an address opens. Each is fetched when it is first gone to. */
export function Routes() {
  return (
    <AccessProvider>
      <Boundary>
        <Suspense fallback={<Skeleton lines={6} />}>
          <Switch>
            <Route path={paths.home}>
              <Redirect to={href.mail()} replace />
            </Route>
            <Route path={`${paths.mail}/*?`} component={MailPage} />
            <Route path={`${paths.manager}/*?`} component={ManagerPage} />
            <Route path={`${paths.account}/*?`} component={AccountPage} />
            <Route component={NowhereToBeFound} />
          </Switch>
        </Suspense>
      </Boundary>
    </AccessProvider>
  );
}

function NowhereToBeFound() {
  const { t } = useTranslation();
  return (
    <CoveringNotice
      icon={SearchX}
      title={t('ui.notFoundTitle')}
      actions={
        <ButtonLink kind="primary" size="large" href={href.mail()}>
          {t('ui.goToMail')}
        </ButtonLink>
      }
    >
      <p>{t('ui.notFoundText')}</p>
    </CoveringNotice>
  );
}
