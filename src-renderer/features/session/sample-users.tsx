import { Title, UnstyledButton } from '@mantine/core';
import type { SampleUser } from '../../../src-shared/contract/system.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import classes from './sample-users.module.css';
import { sessionText } from './text.ts';

type SampleUsersProps = {
  readonly isRunning: boolean;
  readonly onChoose: (user: SampleUser) => void;
};

/** The made-up people of a sample workplace; one press signs in. Their PIN is here since the lock asks for it. */
export function SampleUsers({ isRunning, onChoose }: SampleUsersProps) {
  const text = useText(sessionText);
  const labels = useLabels();
  const { data } = useQueryMethod('system.sampleUsers', {});
  return (
    <section>
      <Title order={2} mt="md" mb={6}>
        {text.sampleUsers}
      </Title>
      <ul className={classes.list}>
        {data?.users.map((user) => (
          <li key={user.username}>
            <UnstyledButton className={classes.user} disabled={isRunning} onClick={() => onChoose(user)}>
              <span>
                <span className={classes.name}>{user.displayName}</span>
                {labels.role[user.role]}
              </span>
              <span className={classes.secrets}>
                <span>{user.username}</span>
                <span>{`${text.pin} ${user.pin}`}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
