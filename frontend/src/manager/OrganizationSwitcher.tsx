import { Suspense, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { LazyMenu, preloadOverlays } from '../ui/lazyOverlays';
import { SideTitle, SwitcherButton } from '../ui/Shell';

interface Organization {
  id: string;
  name: string;
  viewerRole?: string | null;
}

const roles = { OWNER: 'manager.youOwn', ADMIN: 'manager.youAdminister', MEMBER: 'manager.youAreMember' } as const;

/** The organization that is looked after now, and the way to another. */
export function OrganizationSwitcher(props: { organizations: readonly Organization[]; current: Organization }) {
  const { organizations, current } = props;
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [menu, setMenu] = useState<'absent' | 'open' | 'closing'>('absent');
  const role = roles[(current.viewerRole ?? 'MEMBER') as keyof typeof roles] ?? roles.MEMBER;
  const others = organizations.filter(({ id }) => id !== current.id);
  if (others.length === 0) return <SideTitle name={current.name} note={t(role)} />;
  return (
    <>
      <SwitcherButton
        ref={anchor}
        name={current.name}
        note={t(role)}
        aria-haspopup="menu"
        aria-expanded={menu === 'open'}
        onPointerEnter={preloadOverlays}
        onFocus={preloadOverlays}
        onClick={() => setMenu('open')}
      />
      {menu !== 'absent' && (
        <Suspense>
          <LazyMenu
            label={t('manager.switchOrganization')}
            anchor={anchor}
            open={menu === 'open'}
            onClose={() => setMenu('closing')}
            onClosed={() => setMenu('absent')}
            entries={[
              { head: t('manager.switchOrganization') },
              ...organizations.map(({ id, name }) => ({
                label: name,
                checked: id === current.id,
                onSelect: () => navigate(href.organization({ organization: id })),
              })),
            ]}
          />
        </Suspense>
      )}
    </>
  );
}
