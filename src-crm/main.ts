import process from 'node:process';
import { pino } from 'pino';
import { createApiKey, createIntakeKey, listApiKeys, withdrawApiKey } from './access/api-keys.ts';
import { saveMember } from './access/members.ts';
import { type Command, readCommand } from './cli/options.ts';
import { serve } from './cli/serve.ts';
import { createGateway, type Gateway, type GatewayOptions } from './create-gateway.ts';
import { listIntakeBranches, setIntakeBranch } from './intake/branches.ts';
import { createSmsDriver } from './sms/config/create-driver.ts';
import { readSmsConfig } from './sms/config/read-config.ts';
import type { SmsConfig } from './sms/config/sms-config.ts';

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

async function run({ name, options }: Command, gateway: Gateway): Promise<void> {
  const { db, clock } = gateway;
  switch (name) {
    case 'serve':
      return serve(gateway, options, print);
    case 'key create': {
      const { branch, channels = [] } = options;
      return print(
        branch === undefined
          ? await createIntakeKey(db, clock, channels)
          : await createApiKey(db, clock, branch),
      );
    }
    case 'key list':
      return print(await listApiKeys(db));
    case 'key withdraw':
      if (await withdrawApiKey(db, clock, options.id)) return print({ withdrawn: options.id });
      return fail([`Kullanımda böyle bir anahtar yok: ${options.id}`]);
    case 'intake branch set':
    case 'intake branch default': {
      const line = { province: 'province' in options ? options.province : null, branch: options.branch };
      await setIntakeBranch(db, line);
      return print(line);
    }
    case 'intake branch list':
      return print(await listIntakeBranches(db));
    case 'member add': {
      const { username, name: displayName, role, team = null } = options;
      return print(await saveMember(db, clock, { username, displayName, role, teamCode: team }));
    }
    default:
      return name satisfies never;
  }
}

function smsOptions(config: SmsConfig): Pick<GatewayOptions, 'smsDriver' | 'smsReportToken'> {
  const smsReportToken = 'reportToken' in config ? config.reportToken : undefined;
  return {
    smsDriver: (parts) => createSmsDriver(config, parts),
    ...(smsReportToken !== undefined && { smsReportToken }),
  };
}

async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if ('trouble' in command) return fail(command.trouble);
  // Only what serves sends SMS.
  const sms =
    command.name === 'serve' ? readSmsConfig(command.options['sms-config'], process.env) : undefined;
  if (sms !== undefined && 'trouble' in sms) return fail(sms.trouble);
  const url = process.env.DATABASE_URL;
  const isServing = command.name === 'serve';
  // Standard output holds the ready line alone; the log goes to standard error.
  const logger = pino({ level: isServing ? 'info' : 'warn' }, pino.destination(2));
  try {
    const gateway = await createGateway({
      database: url ? { url } : { folder: command.options['data-dir'] },
      logger,
      ...(isServing && { trustProxy: command.options['trust-proxy'] }),
      ...(isServing &&
        command.options['tracking-url'] && { trackingUrlBase: command.options['tracking-url'] }),
      ...(sms !== undefined && smsOptions(sms)),
    });
    try {
      await run(command, gateway);
    } catch (error) {
      await gateway.stop();
      throw error;
    }
    if (!isServing) await gateway.stop();
  } catch (error) {
    fail([`Ağ geçidi başlatılamadı: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

await main();
