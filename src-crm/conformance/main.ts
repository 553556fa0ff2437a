import process from 'node:process';
import { parseArgs } from 'node:util';
import { allChecks } from './all-checks.ts';
import { runChecks } from './run-checks.ts';
import { createTarget } from './target.ts';

const usage = `Usage: BANKO_CRM_KEY=<key> npm run crm:conformance -- <url> [--with-consumer]

Checks a CRM gateway against the contract in src-shared/contract/gateway.ts.
  <url>                     where /health and /v1 begin, such as https://crm.example.com
  BANKO_CRM_KEY             API key of a branch that is there for tests
  BANKO_CRM_OTHER_KEY       API key of another one, else what branches may not see is not checked
  BANKO_CRM_WITHDRAWN_KEY   a key that was withdrawn, else that it opens nothing is not checked
  --with-consumer           writes a consumer card named "Uygunluk Denetimi …", which stays, and looks it up
`;

/** What is asked for; undefined where it can't be understood. */
function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'with-consumer': { type: 'boolean', default: false } },
    });
    const [url, ...others] = positionals;
    const apiKey = process.env.BANKO_CRM_KEY;
    if (url === undefined || !/^https?:\/\//.test(url) || others.length > 0 || !apiKey) return undefined;
    return { url, apiKey, withConsumer: values['with-consumer'] };
  } catch {
    return undefined;
  }
}

const given = asked();
if (given === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const { BANKO_CRM_OTHER_KEY, BANKO_CRM_WITHDRAWN_KEY } = process.env;
  const target = createTarget({
    ...given,
    otherKey: BANKO_CRM_OTHER_KEY || undefined,
    withdrawnKey: BANKO_CRM_WITHDRAWN_KEY || undefined,
  });
  const outcomes = await runChecks(allChecks, target, (line) => process.stdout.write(`${line}\n`));
  if (outcomes.some(({ result }) => result === 'failed')) process.exitCode = 1;
}
