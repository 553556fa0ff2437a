import type { ApplicationFile } from '../contract/application-file.ts';
import type { noticeMethods } from '../ledger/application-entries.ts';
import { formatTrackingCode } from '../text/tracking-code.ts';
import type { PaperCode } from './paper.ts';

/** What papers about an application are made of. */
export type ApplicationOnPaper = Pick<
  ApplicationFile,
  | 'applicationNo'
  | 'trackingCode'
  | 'channel'
  | 'registeredAt'
  | 'registeredBy'
  | 'applicant'
  | 'capacity'
  | 'capacityEvidence'
  | 'applicationType'
  | 'topicLabel'
  | 'subtopicLabel'
  | 'topicFields'
  | 'description'
  | 'installationNo'
  | 'premises'
  | 'replyChannel'
  | 'edmsNo'
  | 'eventAt'
  | 'dueAt'
> & {
  /** Whose identity is kept secret. */
  readonly isInformant: boolean;
  /** The latest; null where none was given. */
  readonly notice: {
    readonly title: string;
    readonly version: number;
    readonly method: (typeof noticeMethods)[number];
    readonly at: string;
  } | null;
};

export function codeOf({ applicationNo, trackingCode }: ApplicationOnPaper): PaperCode {
  return {
    number: applicationNo,
    trackingCode: formatTrackingCode(trackingCode),
    barcode: trackingCode,
  };
}

export function topicOf({ topicLabel, subtopicLabel }: ApplicationOnPaper): string {
  return [topicLabel, subtopicLabel].filter((label) => label !== null).join(' · ');
}
