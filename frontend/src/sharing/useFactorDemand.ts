import { asRefusal } from '../api/refusal';
import { useTranslation } from '../i18n/translation';
import { showToast } from '../ui/toast';
import { SHARING } from './news';
import { useStepUp } from './StepUp';
import type { Terms } from './terms';
import { useSharingRefusal } from './useSharingRefusal';

interface Row {
  name: string;
  address: string;
  /** Shows the change at once, and rejects with a Refusal after rolling it back. */
  update: (change: Partial<Terms>) => Promise<unknown>;
}

/** Demands a second factor of somebody, or no longer; says so, and offers to undo it. */
export function useFactorDemand({ name, address, update }: Row) {
  const { t } = useTranslation();
  const say = useSharingRefusal();
  const withStepUp = useStepUp();

  const change = async (demanded: boolean, canUndo: boolean) => {
    try {
      await withStepUp(() => update({ requiresSecondFactor: demanded }));
      await showToast({
        id: SHARING,
        text: t(demanded ? 'sharing.factorDemanded' : 'sharing.factorNotDemanded', { name, address }),
        action: canUndo ? { label: t('ui.undo'), onSelect: () => void change(!demanded, false) } : undefined,
      });
    } catch (thrown) {
      await showToast({ id: SHARING, text: say(asRefusal(thrown)) });
    }
  };
  return (demanded: boolean) => void change(demanded, true);
}
