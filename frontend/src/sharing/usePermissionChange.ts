import { asRefusal } from '../api/refusal';
import { useTranslation } from '../i18n/translation';
import { showToast } from '../ui/toast';
import { SHARING } from './news';
import type { Permission } from './permissions';
import { useStepUp } from './StepUp';
import { changeInWords } from './sentence';
import type { Terms } from './terms';
import { useSharingRefusal } from './useSharingRefusal';

interface Row {
  name: string;
  address: string;
  permissions: readonly Permission[];
  /** Shows the change at once, and rejects with a Refusal after rolling it back. */
  update: (change: Partial<Terms>) => Promise<unknown>;
}

/** Changes a row's permissions, says what that means, and offers to undo it. */
export function usePermissionChange({ name, address, permissions: held, update }: Row) {
  const translation = useTranslation();
  const say = useSharingRefusal();
  const withStepUp = useStepUp();

  const change = async (before: readonly Permission[], after: readonly Permission[], canUndo: boolean) => {
    try {
      await withStepUp(() => update({ permissions: after }));
      await showToast({
        id: SHARING,
        text: changeInWords({ name, address, before, after }, translation),
        action: canUndo
          ? { label: translation.t('ui.undo'), onSelect: () => void change(after, before, false) }
          : undefined,
      });
    } catch (thrown) {
      await showToast({ id: SHARING, text: say(asRefusal(thrown)) });
    }
  };
  return (after: readonly Permission[]) => void change(held, after, true);
}
