import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { formatDate } from '../../../src-shared/text/format.ts';
import { Fact, Facts } from '../../components/fact.tsx';
import { Note } from '../../components/note.tsx';
import { useText } from '../../i18n/use-text.ts';
import { sealText } from './seal-text.ts';

type SealCardProps = { readonly seal: OutputOf<'seal.get'>['seal'] };

/** What this PC seals with, and what is wrong with it. */
export function SealCard({ seal }: SealCardProps) {
  const text = useText(sealText);
  if (seal === null) return <Note tone="accent">{text.none}</Note>;
  const { subject, issuer, serialNumber, validFrom, validTo, state, isSelfMade } = seal;
  return (
    <>
      {state === 'expired' && <Note tone="danger">{text.expired(formatDate(validTo))}</Note>}
      {state === 'not_yet_valid' && <Note tone="danger">{text.not_yet_valid(formatDate(validFrom))}</Note>}
      {state === 'ends_soon' && <Note tone="warning">{text.ends_soon(formatDate(validTo))}</Note>}
      {isSelfMade && <Note tone="warning">{text.trial}</Note>}
      <Facts>
        <Fact label={text.subject}>{subject}</Fact>
        <Fact label={text.issuer}>{issuer}</Fact>
        <Fact label={text.validity}>{`${formatDate(validFrom)} – ${formatDate(validTo)}`}</Fact>
        <Fact label={text.serialNumber}>{serialNumber}</Fact>
      </Facts>
    </>
  );
}
