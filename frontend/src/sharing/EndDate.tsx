import { useState } from 'react';
import { longDate } from '../i18n/format';
import { useTranslation } from '../i18n/translation';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import styles from './EndDate.module.css';
import { dayOf, endOfDay, offeredDays } from './endDate';

interface EndDateProps {
  /** The last day of access, YYYY-MM-DD; null: until taken back. */
  until: string | null;
  onChange: (until: string | null) => void;
  error?: string;
}

const OTHER = 'other';

/** Until when: a few days that are asked for often, any other, or no end. */
export function EndDate({ until, onChange, error }: EndDateProps) {
  const { t, language } = useTranslation();
  const today = new Date();
  const days = offeredDays(today);
  const [isOther, setOther] = useState(until !== null && !days.includes(until));
  return (
    <div className={styles.fields}>
      <Select
        label={t('sharing.accessEnds')}
        value={isOther ? OTHER : (until ?? '')}
        error={isOther ? undefined : error}
        onChange={({ target: { value } }) => {
          setOther(value === OTHER);
          if (value !== OTHER) onChange(value || null);
          else if (!until) onChange(days[0] ?? null);
        }}
      >
        <option value="">{t('sharing.noEnd')}</option>
        {days.map((day) => (
          <option key={day} value={day}>
            {longDate(language, endOfDay(day))}
          </option>
        ))}
        <option value={OTHER}>{t('sharing.otherDay')}</option>
      </Select>
      {isOther && (
        <TextField
          label={t('sharing.lastDay')}
          type="date"
          min={dayOf(today)}
          value={until ?? ''}
          error={error}
          onChange={(event) => onChange(event.target.value || null)}
        />
      )}
    </div>
  );
}
