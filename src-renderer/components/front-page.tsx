import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './front-page.module.css';
import { Mark } from './mark.tsx';

type FrontPageProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Of the column, in rem. */
  readonly width?: number;
  readonly children: ReactNode;
};

/** What stands before anybody works: first run, sign-in, trouble. */
export function FrontPage({ title, lead, width = 26, children }: FrontPageProps) {
  return (
    <main className={classes.page}>
      <div className={classes.column} style={{ maxWidth: `${width}rem` }}>
        <div className={classes.brand}>
          <Mark size={30} />
          <span>Banko</span>
        </div>
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        {lead !== undefined && (
          <Text component="div" c="var(--bk-muted)" mt={6}>
            {lead}
          </Text>
        )}
        <div className={classes.content}>{children}</div>
      </div>
    </main>
  );
}
