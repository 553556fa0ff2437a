import type { PrintLine } from '../../src-shared/contract/print.ts';
import { assertNever } from '../../src-shared/text/assert-never.ts';
import { BarCode } from './bar-code.tsx';
import classes from './print-preview.module.css';

/** The lines as the paper shows them: 80 mm wide, black on white in both themes. */
export function PrintPreview({
  lines,
  label,
}: {
  readonly lines: readonly PrintLine[];
  readonly label: string;
}) {
  return (
    <figure className={classes.paper} aria-label={label}>
      {numbered(lines).map(({ key, line }) => (
        <Line key={key} line={line} />
      ))}
    </figure>
  );
}

/** Lines of one paper never move, so their place is who they are. */
function numbered(lines: readonly PrintLine[]) {
  return lines.map((line, index) => ({ key: `${index}-${line.kind}`, line }));
}

function Line({ line }: { readonly line: PrintLine }) {
  switch (line.kind) {
    case 'text':
      return (
        <p className={classes.text} data-size={line.size} data-align={line.align} data-bold={line.bold}>
          {line.text === '' ? '\u00a0' : line.text}
        </p>
      );
    case 'rule':
      return <hr className={classes.rule} />;
    case 'barcode':
      return (
        <div className={classes.code}>
          <BarCode kind="code128" value={line.value} height={56} />
        </div>
      );
    case 'qr':
      return (
        <div className={classes.code}>
          <BarCode kind="qrcode" value={line.value} height={132} />
        </div>
      );
    default:
      return assertNever(line);
  }
}
