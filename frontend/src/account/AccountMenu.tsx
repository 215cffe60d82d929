import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { AccountMenu_viewer$key } from '../__generated__/AccountMenu_viewer.graphql';
import { actAs } from '../api/post';
import { followTimeZone } from '../i18n/format';
import { followLanguage } from '../i18n/languages';
import { useTranslation } from '../i18n/translation';
import { Face } from '../ui/Face';
import { IconButton } from '../ui/IconButton';
import { preloadOverlays } from '../ui/lazyOverlays';
import { applyTheme, themeFrom } from '../ui/theme';

const AccountEntries = lazy(() => import('./AccountEntries').then((part) => ({ default: part.AccountEntries })));

/** Who is signed in; behind it the other accounts, the pages of this one, and the way out. */
export function AccountMenu(props: { viewer: AccountMenu_viewer$key }) {
  const { user, settings } = useFragment(fragment, props.viewer);
  const { language, theme, timeZone } = settings;
  const { t } = useTranslation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'absent' | 'open' | 'closing'>('absent');
  actAs(user.id);
  followTimeZone(timeZone ?? null);
  // What the account was told in another browser holds here, too.
  useEffect(() => followLanguage(language), [language]);
  useEffect(() => applyTheme(themeFrom(theme)), [theme]);
  return (
    <>
      <IconButton
        ref={anchor}
        label={t('ui.accountOf', { name: user.name })}
        aria-haspopup="menu"
        aria-expanded={state === 'open'}
        onPointerEnter={preloadOverlays}
        onFocus={preloadOverlays}
        onClick={() => setState('open')}
      >
        <Face name={user.name} tintBy={user.email} size="small" />
      </IconButton>
      <Suspense>
        {state !== 'absent' && (
          <AccountEntries
            user={user}
            anchor={anchor}
            open={state === 'open'}
            onClose={() => setState('closing')}
            onClosed={() => setState('absent')}
          />
        )}
      </Suspense>
    </>
  );
}

const fragment = graphql`
  fragment AccountMenu_viewer on Viewer {
    user {
      id
      name
      email
    }
    settings {
      language
      theme
      timeZone
    }
  }
`;
