import ImageOff from 'lucide-react/icons/image-off';
import { useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { LetterBody_message$key } from '../../__generated__/LetterBody_message.graphql';
import { useTranslation } from '../../i18n/translation';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Attachments } from './Attachments';
import styles from './Letter.module.css';
import { LetterFrame } from './LetterFrame';
import { withFlag } from './url';

/** What a message says, what came with it, and quietly what is wrong with it. */
export function LetterBody({ message: key }: { message: LetterBody_message$key }) {
  const message = useFragment(fragment, key);
  const { t } = useTranslation();
  const [images, setImages] = useState(false);
  return (
    <div className={styles.body} data-plain={message.plainText || undefined}>
      {message.remoteImages > 0 && !images && (
        <Banner
          icon={ImageOff}
          action={
            <Button kind="link" onClick={() => setImages(true)}>
              {t('mailParts.loadImages')}
            </Button>
          }
        >
          {t('mailParts.imagesHeldBack')}
        </Banner>
      )}
      <LetterFrame
        key={String(images)}
        src={images ? withFlag(message.bodyUrl, 'images') : message.bodyUrl}
        plain={message.plainText}
        title={message.subject || t('mail.noSubject')}
      />
      {message.attachments.length > 0 && <Attachments message={message} />}
      {message.defects.length > 0 && (
        <details className={styles.defects}>
          <summary>{t('mailParts.malformed')}</summary>
          <ul>
            {message.defects.map((defect) => (
              <li key={defect}>{defect}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const fragment = graphql`
  fragment LetterBody_message on Message {
    subject
    bodyUrl
    remoteImages
    plainText
    defects
    attachments {
      part
    }
    ...Attachments_message
  }
`;
