import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/translation';
import { IconButton } from '../../ui/IconButton';
import { SearchField } from '../../ui/SearchField';
import styles from '../Panes.module.css';
import { INBOX, SEARCH } from '../place';
import { usePlace } from '../usePlace';

/** The name of the list, and the way to find what is not in sight. */
export function ListBar({ title }: { title: string }) {
  const { t } = useTranslation();
  const { place, go } = usePlace();
  if (place.folder === SEARCH) return <SearchBar title={title} />;
  return (
    <div className={styles.bar}>
      <h1 className="cut">{title}</h1>
      <IconButton
        icon={Search}
        label={t('mail.search')}
        shortcut="/"
        onClick={() => go({ folder: SEARCH, thread: null })}
      />
    </div>
  );
}

const PAUSE = 250; // ms without a key before the server is asked

function SearchBar({ title }: { title: string }) {
  const { t } = useTranslation();
  const { place, go } = usePlace();
  const [text, setText] = useState(place.query);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const leave = () => go({ folder: INBOX, query: '', thread: null });
  const search = (query: string) => {
    clearTimeout(timer.current);
    if (query.trim() !== place.query) go({ query: query.trim(), thread: null }, { replace: true });
  };
  return (
    <div className={styles.bar}>
      <h1 className="spoken">{title}</h1>
      <div className={styles.search}>
        <SearchField
          label={t('mail.searchField')}
          autoFocus={!place.thread}
          value={text}
          onValue={(value) => {
            setText(value);
            clearTimeout(timer.current);
            timer.current = window.setTimeout(search, PAUSE, value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') search(text);
            if (event.key === 'Escape' && !text) leave();
          }}
        />
      </div>
      <IconButton icon={X} label={t('mail.closeSearch')} onClick={leave} />
    </div>
  );
}
