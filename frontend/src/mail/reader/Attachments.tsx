import type { LucideIcon } from 'lucide-react';
import Calendar from 'lucide-react/icons/calendar';
import Download from 'lucide-react/icons/download';
import Music from 'lucide-react/icons/eighth-notes';
import Eye from 'lucide-react/icons/eye';
import File from 'lucide-react/icons/file';
import FileArchive from 'lucide-react/icons/file-archive';
import FileText from 'lucide-react/icons/file-text';
import Image from 'lucide-react/icons/image';
import Mail from 'lucide-react/icons/mail';
import Video from 'lucide-react/icons/video';
import { graphql, useFragment } from 'react-relay/hooks';
import type { Attachments_message$key } from '../../__generated__/Attachments_message.graphql';
import { fileSize } from '../../i18n/format';
import { useTranslation } from '../../i18n/translation';
import { Icon } from '../../ui/Icon';
import { IconLink } from '../../ui/IconLink';
import styles from './Letter.module.css';
import { withFlag } from './url';

const icons: [type: RegExp, icon: LucideIcon][] = [
  [/^image\//, Image],
  [/^audio\//, Music],
  [/^video\//, Video],
  [/^message\//, Mail],
  [/calendar/, Calendar],
  [/zip|compressed|tar|rar/, FileArchive],
  [/^text\/|pdf|word|document/, FileText],
];

const iconOf = (mediaType: string): LucideIcon => icons.find(([type]) => type.test(mediaType))?.[1] ?? File;

/** What came with a message: to look at where a browser may show it, to keep in any case. */
export function Attachments({ message: key }: { message: Attachments_message$key }) {
  const { attachments } = useFragment(fragment, key);
  const { t, language } = useTranslation();
  return (
    <ul className={styles.attachments} aria-label={t('mailParts.attachments', { count: attachments.length })}>
      {attachments.map(({ part, name, mediaType, size, url, viewable }) => {
        const said = name || t('mailParts.unnamedFile');
        return (
          <li key={part} className={styles.attachment}>
            <Icon of={iconOf(mediaType)} />
            <span className="grow">
              <span className={`${styles.fileName} cut`} title={said}>
                {said}
              </span>
              <span className="meta">{fileSize(language, size)}</span>
            </span>
            {viewable && (
              <IconLink icon={Eye} label={t('mailParts.lookAt', { name: said })} href={withFlag(url, 'show')} newTab />
            )}
            <IconLink
              icon={Download}
              label={t('mailParts.download', { name: said })}
              href={url}
              download={name || true}
            />
          </li>
        );
      })}
    </ul>
  );
}

const fragment = graphql`
  fragment Attachments_message on Message {
    attachments {
      part
      name
      mediaType
      size
      url
      viewable
    }
  }
`;
