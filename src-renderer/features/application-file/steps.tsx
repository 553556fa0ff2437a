import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconInfoCircle, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './steps.module.css';
import { applicationFileText } from './text.ts';

type Standing = ApplicationFile['steps'][number]['standing'];

const icons: Readonly<Record<Standing, ReactNode>> = {
  done: <IconCircleCheck size={16} />,
  open: <IconCircleDashed size={16} />,
  not_needed: <IconMinus size={16} />,
  told: <IconInfoCircle size={16} />,
};

/** The steps of the channel's procedure, and how each stands in this application. */
export function Steps({ steps }: { readonly steps: ApplicationFile['steps'] }) {
  const text = useText(applicationFileText);
  return (
    <details className={classes.steps}>
      <summary>{text.steps.heading(steps.filter(({ standing }) => standing === 'open').length)}</summary>
      <ol className={classes.list}>
        {steps.map(({ id, text: words, standing }) => (
          <li key={id} data-standing={standing}>
            <span className={classes.icon} role="img" aria-label={text.steps.standing[standing]}>
              {icons[standing]}
            </span>
            <Text size="xs" component="span">
              <span className={classes.id}>{id}</span> {words}
            </Text>
          </li>
        ))}
      </ol>
    </details>
  );
}
