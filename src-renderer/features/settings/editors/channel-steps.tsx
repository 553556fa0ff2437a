import { ActionIcon, Button, MultiSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ProcedureStep, stepActs } from '../../../../src-shared/rules/channels.ts';
import { useText } from '../../../i18n/use-text.ts';
import classes from './channel-steps.module.css';
import { channelsText } from './channels-text.ts';

type ChannelStepsProps = {
  readonly steps: readonly ProcedureStep[];
  readonly code: string;
  readonly message: string | undefined;
  readonly onChange: (steps: readonly ProcedureStep[]) => void;
};

/** The steps in their order, each with what the program sees it by. */
export function ChannelSteps({ steps, code, message, onChange }: ChannelStepsProps) {
  const text = useText(channelsText);
  const put = (index: number, change: Partial<ProcedureStep>) =>
    onChange(steps.map((step, place) => (place === index ? { ...step, ...change } : step)));
  const prefix = steps[0]?.id.split('-')[0] ?? code.slice(0, 2).toUpperCase();
  return (
    <fieldset className={classes.steps}>
      <legend>{text.fields.steps}</legend>
      {message !== undefined && (
        <p role="alert" className={classes.wrong}>
          {message}
        </p>
      )}
      <Stack gap="sm">
        {steps.map((step, index) => (
          <div key={step.id} className={classes.step}>
            <TextInput
              size="xs"
              aria-label={text.stepCode(index + 1)}
              value={step.id}
              maxLength={5}
              onChange={({ currentTarget }) => put(index, { id: currentTarget.value })}
            />
            <Textarea
              size="xs"
              aria-label={text.stepText(step.id)}
              value={step.text}
              maxLength={300}
              autosize
              minRows={1}
              onChange={({ currentTarget }) => put(index, { text: currentTarget.value })}
            />
            <MultiSelect
              size="xs"
              aria-label={text.stepActs(step.id)}
              data={stepActs.map((value) => ({ value, label: text.acts[value] }))}
              value={[...step.acts]}
              onChange={(acts) => put(index, { acts: stepActs.filter((act) => acts.includes(act)) })}
              hidePickedOptions
            />
            <ActionIcon
              variant="default"
              aria-label={text.removeStep(step.id)}
              disabled={steps.length === 1}
              onClick={() => onChange(steps.filter((_, place) => place !== index))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </div>
        ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() =>
            onChange([...steps, { id: `${prefix}-${steps.length + 1}`, text: '', acts: ['practice'] }])
          }
        >
          {text.addStep}
        </Button>
      </Stack>
    </fieldset>
  );
}
