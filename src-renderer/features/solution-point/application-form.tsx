import { useRef } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import {
  applicantKinds,
  applicationTypes,
  capacities,
  identityChecks,
  replyChannels,
} from '../../../src-shared/ledger/application-entries.ts';
import { needsEvidence } from '../../../src-shared/rules/capacity.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { procedureOf } from '../../../src-shared/rules/channels.ts';
import { ChooseFiles } from '../../components/attachments/choose-files.tsx';
import { attachmentsText } from '../../components/attachments/text.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { enterMovesOn } from '../../lib/enter-moves-on.ts';
import { AtOnceFields } from './at-once-fields.tsx';
import { takesDocument } from './capacity-rules.ts';
import { ConsumerSearch } from './consumer-search.tsx';
import { withKind } from './draft.ts';
import { CardTextField, ChoiceField, RadioField, TextField, WordsField } from './fields.tsx';
import classes from './form.module.css';
import { FormFiles } from './form-files.tsx';
import { FormFooter } from './form-footer.tsx';
import { NoticeField } from './notice-field.tsx';
import { PhoneField } from './phone-field.tsx';
import { PremisesFields } from './premises-fields.tsx';
import { spanOf } from './span-of.ts';
import { solutionPointText } from './text.ts';
import { TopicFields } from './topic-fields.tsx';
import { TopicPicker } from './topic-picker.tsx';
import type { FormFilesInput } from './use-form-files.ts';
import { useChangeDraft, useSheet } from './use-sheet.ts';

type ApplicationFormProps = {
  readonly catalogue: OutputOf<'catalogue.get'>;
  readonly files: FormFilesInput;
};

/** One screen, no wizard: who, what, where, how to reply; topic's questions follow the topic. */
export function ApplicationForm({ catalogue, files }: ApplicationFormProps) {
  const text = useText(solutionPointText);
  const words = useText(attachmentsText);
  const labels = useLabels();
  const form = useRef<HTMLFormElement>(null);
  const topicCode = useSheet((sheet) => sheet.draft.topicCode);
  const isAnonymous = useSheet((sheet) => sheet.draft.kind === 'anonymous');
  const channel = useSheet((sheet) => sheet.draft.channel);
  const procedure = procedureOf(catalogue.channels, channel);
  const topic = catalogue.topics.topics.find(({ code }) => code === topicCode) ?? null;
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={text.form.heading}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={enterMovesOn}
    >
      <div className={classes.scroll}>
        <fieldset className={classes.section}>
          <legend className={classes.legend}>{text.form.applicant}</legend>
          <ApplicantFields />
        </fieldset>
        <fieldset className={classes.section}>
          <legend className={classes.legend}>{text.form.matter}</legend>
          <div className={classes.grid}>
            <TopicPicker topics={catalogue.topics.topics} />
            <ChoiceField
              field="applicationType"
              label={text.form.applicationType}
              values={applicationTypes}
              labels={labels.applicationType}
              span={3}
            />
            <TextField
              field="installationNo"
              label={text.form.installationNo}
              inputMode="numeric"
              maxLength={16}
              span={3}
            />
            <TopicFields topic={topic} />
            {procedure.edmsNo !== 'none' && (
              <TextField
                field="edmsNo"
                label={text.form.edmsNo}
                isRequired={procedure.edmsNo === 'required'}
                maxLength={60}
                span={6}
              />
            )}
            {topic !== null && !asksWhen(topic) && (
              <TextField
                field="eventAt"
                label={text.form.eventAt}
                placeholder={text.form.eventAtHint}
                maxLength={40}
                span={6}
              />
            )}
            <div className={classes.given} style={spanOf(12)}>
              <WordsField
                field="description"
                label={text.form.description}
                description={text.form.descriptionHint}
                maxRows={6}
              />
              <div className={classes.files}>
                <ChooseFiles
                  label={files.isOver ? words.dropNow : words.addOne}
                  isAside
                  onFiles={files.take}
                />
              </div>
            </div>
          </div>
        </fieldset>
        <fieldset className={classes.section}>
          <legend className={classes.legend}>{text.form.place}</legend>
          <PremisesFields provinces={catalogue.provinces} />
        </fieldset>
        <fieldset className={classes.section}>
          <legend className={classes.legend}>{text.form.reply}</legend>
          <div className={classes.reply}>
            {!isAnonymous && (
              <RadioField
                field="replyChannel"
                label={text.form.replyChannel}
                values={replyChannels}
                labels={labels.replyChannel}
              />
            )}
            <NoticeField notice={catalogue.notice} />
          </div>
        </fieldset>
        {procedure.mayResolveAtOnce && (
          <fieldset className={classes.section}>
            <legend className={classes.legend}>{text.atOnce.is}</legend>
            <AtOnceFields />
          </fieldset>
        )}
        <FormFiles />
      </div>
      <FormFooter form={form} topic={topic} notice={catalogue.notice} />
    </form>
  );
}

function ApplicantFields() {
  const text = useText(solutionPointText);
  const labels = useLabels();
  const change = useChangeDraft();
  const kind = useSheet((sheet) => sheet.draft.kind);
  const isAnonymous = kind === 'anonymous';
  return (
    <div className={classes.grid}>
      <ConsumerSearch />
      <ChoiceField
        field="kind"
        label={text.form.kind}
        values={applicantKinds}
        labels={labels.applicantKind}
        span={4}
        onChoose={(next) => change((draft) => withKind(draft, next))}
      />
      {!isAnonymous && (
        <>
          <TextField
            field="name"
            label={kind === 'person' ? text.form.name : text.form.companyName}
            isRequired
            maxLength={200}
            span={4}
          />
          <CardTextField
            field="identityNo"
            label={kind === 'person' ? text.form.identityNo : text.form.taxNo}
            inputMode="numeric"
            maxLength={14}
            span={3}
          />
          <PhoneField />
          <TextField field="landline" label={text.form.landline} inputMode="tel" maxLength={20} span={2} />
          <CardTextField field="email" label={text.form.email} inputMode="email" maxLength={200} span={4} />
          <CapacityFields />
        </>
      )}
    </div>
  );
}

function CapacityFields() {
  const text = useText(solutionPointText);
  const labels = useLabels();
  const capacity = useSheet((sheet) => sheet.draft.capacity);
  return (
    <>
      <ChoiceField
        field="capacity"
        label={text.form.capacity}
        values={capacities}
        labels={labels.capacity}
        span={4}
      />
      <ChoiceField
        field="identityVerifiedBy"
        label={text.form.identityVerifiedBy}
        values={identityChecks}
        labels={labels.identityCheck}
        span={4}
      />
      {takesDocument(capacity) && capacity !== '' && (
        <TextField
          field="capacityEvidence"
          label={text.form.evidence}
          placeholder={labels.capacityEvidence[capacity]}
          isRequired={needsEvidence(capacity)}
          maxLength={300}
          span={12}
        />
      )}
    </>
  );
}

/** Whether the topic's own questions ask for the time already. */
function asksWhen({ fields }: Topic): boolean {
  return fields.some(({ kind }) => kind === 'datetime' || kind === 'date');
}
