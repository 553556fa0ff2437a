import { anApplication } from '../workplace.ts';
import type { Answer, HostProcess } from './web-host-process.ts';

/** One intent of one client, and what it was told: nothing, where the process died first. */
export type Command = {
  readonly method: string;
  readonly commandId: string;
  readonly input: object;
  answer: Answer | undefined;
};

/** What clients do at once until the process is gone; every command is noted before it is sent. */
export async function runLoad(host: HostProcess, clients: number, note: (command: Command) => void) {
  await Promise.all(Array.from({ length: clients }, () => serveVisitors(host, note)));
}

async function serveVisitors(host: HostProcess, note: (command: Command) => void): Promise<void> {
  let isAlive = true;

  async function send(method: string, inputOf: (commandId: string) => object): Promise<object | undefined> {
    if (!isAlive) return undefined;
    const commandId = crypto.randomUUID();
    const command: Command = { method, commandId, input: inputOf(commandId), answer: undefined };
    note(command);
    command.answer = await host.call(method, commandId, command.input);
    isAlive = command.answer !== undefined;
    return command.answer?.ok && isObject(command.answer.value) ? command.answer.value : undefined;
  }

  while (isAlive) {
    await send('ticket.issue', () => ({ categoryCode: 'general', priority: false }));
    const called = await send('ticket.callNext', () => ({}));
    const ticketId = textOf(called, 'ticket', 'id');
    if (ticketId !== undefined) await send('ticket.start', () => ({ ticketId }));
    const registered = await send('application.register', (description) => anApplication({ description }));
    if (ticketId !== undefined) await send('ticket.finish', () => ({ ticketId }));
    const applicationId = textOf(registered, 'applicationId');
    if (applicationId === undefined) continue;
    await send('application.recordCall', (note) => ({ applicationId, result: 'reached', note }));
    await send('application.close', (outcome) => ({
      applicationId,
      outcomeKind: 'resolved',
      outcome,
      durableMedium: 'sms',
      satisfaction: 'not_asked',
    }));
  }
}

function textOf(value: unknown, ...path: readonly string[]): string | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? value : undefined;
  if (!isObject(value)) return undefined;
  return textOf(Object.entries(value).find(([name]) => name === key)?.[1], ...rest);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
