import { z } from 'zod';
import { channels, replyChannels, smsPurposes } from '../ledger/application-entries.ts';

export type Channel = (typeof channels)[number];

/** `counter`: staff take it down. `gateway`: it comes in from outside. */
const intakes = ['counter', 'gateway'] as const;
export type Intake = (typeof intakes)[number];

/**
 * What a step of a procedure is about. The engine knows by it whether the step was done (`procedure-steps.ts`); a
 * step of `practice` is a rule of conduct that leaves no trace of its own.
 */
export const stepActs = [
  'practice',
  'registered',
  'registered_elsewhere',
  'registration_sms',
  'notice',
  'consent',
  'routed',
  'called',
  'answered_by_wanted_channel',
  'closed',
  'closing_sms',
  'single_sms',
  'trackable',
  'number_taken',
  'online_meeting',
  'transferred',
  'disclosure_guarded',
  'evaluated',
] as const;
export type StepAct = (typeof stepActs)[number];

const sentence = z.string().trim().min(1, 'Boş bırakılamaz.').max(300, 'En çok 300 karakter yazılabilir.');

export const procedureStepSchema = z.strictObject({
  /** As in the process: SP-1, FF-4 … */
  id: z.string().regex(/^[A-Z]{2}-\d{1,2}$/, 'Adım kodu iki büyük harf ve sıra numarası olmalı. Örnek: SP-1'),
  text: sentence,
  acts: z.array(z.enum(stepActs)).min(1),
});

export const channelSchema = z
  .strictObject({
    code: z.enum(channels),
    label: sentence,
    /** Cannot be chosen while it is off. */
    isOn: z.boolean(),
    intake: z.array(z.enum(intakes)).min(1, 'Başvurunun nereden geleceği seçilmeli.'),
    /** Whoever gives personal data is informed at that moment (KVKK md. 10). */
    asksNotice: z.boolean(),
    /** Explicit consent is asked for where the topic needs special-category data, and never elsewhere (rule 3). */
    asksConsentForSpecialData: z.boolean(),
    edmsNo: z.enum(['required', 'optional', 'none']),
    /** Whether the consumer gets the tracking code as a barcode on paper. */
    printsBarcode: z.boolean(),
    /** Which template tells of what; null for none. */
    sms: z.strictObject({
      registered: z.enum(smsPurposes).nullable(),
      closed: z.enum(smsPurposes).nullable(),
      /** The one SMS where information alone was given and the matter ended with it. */
      resolvedAtOnce: z.enum(smsPurposes).nullable(),
    }),
    mayResolveAtOnce: z.boolean(),
    /** What the form begins with; the consumer decides. */
    usualReply: z.enum(replyChannels),
    /** How often somebody who wanted to be called is tried before the outcome may go in writing alone. */
    callAttempts: z.int().min(1).max(10),
    /** Never the team that answered (rule 1): only those of the solution point and centre are in question. */
    closedBy: z
      .array(z.enum(['clerk', 'supervisor', 'administrator']))
      .min(1, 'Sonuçlandıracak görev seçilmeli.'),
    /** Calendar days after its closing in which an application can be opened again. */
    reopenWithinDays: z.int().min(0).max(365),
    steps: z.array(procedureStepSchema).min(1, 'En az bir adım olmalı.'),
  })
  .refine(({ steps }) => new Set(steps.map(({ id }) => id)).size === steps.length, {
    path: ['steps'],
    message: 'Aynı adım kodu iki kez verilmiş.',
  })
  .refine(({ mayResolveAtOnce, sms }) => !mayResolveAtOnce || sms.resolvedAtOnce !== null, {
    path: ['sms', 'resolvedAtOnce'],
    message: 'Tek görüşmede sonuçlanan başvuru için tek SMS şablonu seçilmeli.',
  });

export const channelsSchema = z
  .strictObject({
    version: z.int().positive(),
    channels: z.array(channelSchema),
  })
  .refine(({ channels: given }) => channels.every((code) => given.some((item) => item.code === code)), {
    path: ['channels'],
    message: 'On kanalın her biri bulunmalı; kullanılmayan kapatılır.',
  })
  .refine(({ channels: given }) => new Set(given.map(({ code }) => code)).size === given.length, {
    path: ['channels'],
    message: 'Aynı kanal iki kez verilmiş.',
  });

/** As a settings document of perhaps a newer Banko holds it: members that are not known here are passed over. */
export const channelsAsKept = z.object({
  version: z.int().positive(),
  channels: z.array(
    z.object({
      ...channelSchema.shape,
      steps: z.array(z.object({ ...procedureStepSchema.shape, acts: z.array(z.enum(stepActs)) })),
    }),
  ),
});

export type ProcedureStep = z.infer<typeof procedureStepSchema>;
export type ChannelProcedure = z.infer<typeof channelSchema>;
export type ChannelsFile = z.infer<typeof channelsSchema>;

/** The procedure of a channel. Throws where the file lacks it, which its schema rules out. */
export function procedureOf(file: ChannelsFile, channel: Channel): ChannelProcedure {
  const procedure = file.channels.find(({ code }) => code === channel);
  if (procedure === undefined) throw new Error(`The channels file lacks ${channel}`);
  return procedure;
}

/** Which may be chosen where an application is taken down. */
export function channelsOpenAt(file: ChannelsFile, intake: Intake): readonly ChannelProcedure[] {
  return file.channels.filter((item) => item.isOn && item.intake.includes(intake));
}
