import { useEffect, useState } from 'react';

/** Now, as far as headings care: renewed at midnight, when "Today" becomes "Yesterday". */
export function useToday(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    const timer = setTimeout(() => setNow(new Date()), midnight.getTime() - Date.now() + 1_000);
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
