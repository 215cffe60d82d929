import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { LookPageQuery } from '../__generated__/LookPageQuery.graphql';
import { asRefusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { chooseLanguage, isLanguage, languages } from '../i18n/languages';
import { useTranslation } from '../i18n/translation';
import { PageHead } from '../ui/Page';
import { RadioCards } from '../ui/RadioCards';
import { Select } from '../ui/Select';
import { themeFrom } from '../ui/theme';
import { showToast } from '../ui/toast';
import styles from './ProfileForm.module.css';
import { Section } from './Section';
import { useChooseTheme } from './useChooseTheme';
import { useUpdateProfile } from './useUpdateProfile';

/** In which language Latchkey speaks, and how it looks. Both hold at once, and in every browser. */
export function LookPage() {
  const { t } = useTranslation();
  const say = useRefusalText();
  const { viewer } = useLazyLoadQuery<LookPageQuery>(query, {}, { fetchPolicy: 'store-and-network' });
  const [update] = useUpdateProfile();
  const chooseTheme = useChooseTheme();
  if (!viewer) return null;
  const { language, theme } = viewer.settings;
  const choose = async (code: string) => {
    try {
      await update({ language: isLanguage(code) ? (code.toUpperCase() as 'EN') : null });
      chooseLanguage(isLanguage(code) ? code : null);
    } catch (thrown) {
      await showToast({ text: say(asRefusal(thrown)) });
    }
  };
  return (
    <>
      <title>{`${t('account.languageAndLook')} · Latchkey`}</title>
      <PageHead title={t('account.languageAndLook')} />
      <div className={styles.form}>
        <Select
          label={t('ui.language')}
          help={t('account.languageHelp')}
          value={language?.toLowerCase() ?? ''}
          onChange={(event) => void choose(event.target.value)}
        >
          <option value="">{t('account.browserLanguage')}</option>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <Section title={t('ui.look')}>
        <RadioCards
          legend={t('ui.look')}
          legendSpoken
          value={themeFrom(theme)}
          onChange={chooseTheme}
          cards={[
            { value: 'system', name: t('ui.themeSystem'), help: t('account.themeSystemHelp') },
            { value: 'light', name: t('ui.themeLight') },
            { value: 'dark', name: t('ui.themeDark') },
          ]}
        />
      </Section>
    </>
  );
}

const query = graphql`
  query LookPageQuery {
    viewer {
      settings {
        language
        theme
      }
    }
  }
`;
