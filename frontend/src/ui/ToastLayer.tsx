import { Toast } from '@base-ui/react/toast';
import type { LucideIcon } from 'lucide-react';
import X from 'lucide-react/icons/x';
import { useTranslation } from '../i18n/translation';
import { Icon } from './Icon';
import styles from './Toast.module.css';

interface ToastData {
  icon?: LucideIcon;
}

export const toastManager = Toast.createToastManager<ToastData>();

const SHOWN = 6_000; // ms; it waits while it is pointed at or in focus

/** The polite live region over the foot of the page. F6 leads into it. */
export function ToastLayer() {
  const { t } = useTranslation();
  return (
    <Toast.Provider toastManager={toastManager} timeout={SHOWN} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} aria-label={t('ui.news')}>
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const { t } = useTranslation();
  const { toasts } = Toast.useToastManager<ToastData>();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={['down', 'left', 'right']}>
      <Toast.Content className={styles.content}>
        {toast.data?.icon && <Icon of={toast.data.icon} />}
        <Toast.Description className={styles.text} render={<div />} />
        <Toast.Action className={styles.action} />
        <Toast.Close className={styles.close} aria-label={t('ui.dismiss')}>
          <Icon of={X} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
