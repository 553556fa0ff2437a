import { Popover, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconLock, IconLogout, IconUserCircle } from '@tabler/icons-react';
import type { User } from '../../../src-shared/contract/session.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { notifyFailure } from '../../components/notify.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useUnsavedSections } from '../../i18n/use-unsaved-sections.ts';
import { forgetEverything } from '../../lib/forget.ts';
import { useKeys } from '../../lib/keys.ts';
import { type Language, languages, setLanguage, useLanguage } from '../../lib/preferences.ts';
import { useCommand } from '../../lib/use-method.ts';
import { appText } from '../texts.ts';
import classes from './shell.module.css';

/** Who is signed in; lock, sign out, and how this window looks. */
export function SessionMenu({ user }: { readonly user: User }) {
  const text = useText(appText);
  const labels = useLabels();
  const lock = useCommand('session.lock');
  const signOut = useCommand('session.signOut');
  const doLock = async () => {
    const result = await lock.run({});
    if (!result.ok) notifyFailure(result.error);
  };
  const doSignOut = async () => {
    const result = await signOut.run({});
    if (result.ok) forgetEverything();
    else notifyFailure(result.error);
  };
  const unsaved = useUnsavedSections();
  useKeys([{ key: 'mod+L', label: text.lock, run: () => void doLock() }]);
  return (
    <Popover position="bottom-end" width={280} transitionProps={{ duration: 0 }} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.who} title={text.sessionMenu}>
          <IconUserCircle size={24} stroke={1.5} aria-hidden />
          <span>
            {user.displayName}
            <span className={classes.role}>{labels.role[user.role]}</span>
          </span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <button type="button" className={classes.menuItem} onClick={() => void doLock()}>
          <IconLock size={17} stroke={1.6} aria-hidden />
          <span>{text.lock}</span>
          <KeyHint keyName="mod+L" />
        </button>
        <button type="button" className={classes.menuItem} onClick={() => void doSignOut()}>
          <IconLogout size={17} stroke={1.6} aria-hidden />
          <span>{text.signOut}</span>
        </button>
        {unsaved !== '' && (
          <Text size="xs" c="var(--bk-warning)" px={10} pb={4}>
            {text.signOutDrops(unsaved)}
          </Text>
        )}
        <AppearanceControls />
      </Popover.Dropdown>
    </Popover>
  );
}

function AppearanceControls() {
  const text = useText(appText);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language } = useLanguage();
  const names: Record<Language, string> = { tr: 'Türkçe', en: 'English' };
  return (
    <div style={{ padding: '0.625rem' }}>
      <Text size="xs" c="var(--bk-muted)" mb={4} id="theme-label">
        {text.theme}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="theme-label"
        value={colorScheme}
        onChange={setColorScheme}
        data={[
          { value: 'light', label: text.themeLight },
          { value: 'dark', label: text.themeDark },
          { value: 'auto', label: text.themeAuto },
        ]}
      />
      <Text size="xs" c="var(--bk-muted)" mt="xs" mb={4} id="language-label">
        {text.language}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="language-label"
        value={language}
        onChange={setLanguage}
        data={languages.map((value) => ({ value, label: names[value] }))}
      />
    </div>
  );
}
