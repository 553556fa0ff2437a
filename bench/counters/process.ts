import { createInterface } from 'node:readline';
import { createCounter } from './counter.ts';
import { jobSchema, orderSchema, sumOf } from './messages.ts';

/** Some of the counters, in a process of their own. The first line in is the job, each other one an order. */
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { url, counters } = jobSchema.parse(JSON.parse((await lines.next()).value ?? ''));
const all = counters.map((counter) => createCounter(url, counter));
say({ ready: all.length });
for await (const line of { [Symbol.asyncIterator]: () => lines }) {
  const order = orderSchema.parse(JSON.parse(line));
  if (order.kind === 'settle') say({ counters: await Promise.all(all.map((counter) => counter.settle())) });
  else say(sumOf(await Promise.all(all.map((counter) => counter.work(order.seconds, order.restMillis)))));
}
process.exit(0);

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
