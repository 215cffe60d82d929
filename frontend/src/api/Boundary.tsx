import CircleAlert from 'lucide-react/icons/circle-exclamation-point';
import SearchX from 'lucide-react/icons/search-x';
import { Component, type ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { asRefusal, type Refusal } from './refusal';
import { useRefusalText } from './useRefusalText';

interface BoundaryProps {
  children: ReactNode;
  /** A change of it tries again by itself, as when another address is opened. */
  resetBy?: string;
  /** Called before trying again, where what is shown doesn't fetch by itself. */
  onRetry?: () => void;
}

/** Holds a part of a page: when it can't be shown, a sentence says why and a button tries again. The rest stays. */
export class Boundary extends Component<BoundaryProps, { refusal: Refusal | null; resetBy?: string }> {
  override state: { refusal: Refusal | null; resetBy?: string } = { refusal: null, resetBy: this.props.resetBy };

  static getDerivedStateFromError = (thrown: unknown) => ({ refusal: asRefusal(thrown) });

  static getDerivedStateFromProps(props: BoundaryProps, state: { resetBy?: string }) {
    return props.resetBy === state.resetBy ? null : { refusal: null, resetBy: props.resetBy };
  }

  retry = () => {
    this.props.onRetry?.();
    this.setState({ refusal: null });
  };

  override render() {
    const { refusal } = this.state;
    if (!refusal) return this.props.children;
    return <Failed refusal={refusal} onRetry={this.retry} />;
  }
}

function Failed({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const { t } = useTranslation();
  const say = useRefusalText();
  const missing = refusal.code === 'NOT_FOUND';
  return (
    <div role="alert">
      <EmptyState
        icon={missing ? SearchX : CircleAlert}
        title={missing ? t('errors.notFoundTitle') : t('errors.title')}
        action={
          !missing &&
          (refusal.code === 'OTHER_ACCOUNT' ? (
            <Button onClick={() => location.reload()}>{t('ui.reload')}</Button>
          ) : (
            <Button onClick={onRetry}>{t('ui.tryAgain')}</Button>
          ))
        }
      >
        {say(refusal)}
      </EmptyState>
    </div>
  );
}
