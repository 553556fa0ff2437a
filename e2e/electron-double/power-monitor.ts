import { EventEmitter } from 'node:events';
import { outside } from './outside.ts';
import { Preventable } from './preventable.ts';

export const powerMonitor = new EventEmitter();

outside.onOrder((order) => {
  if (order.kind === 'power') powerMonitor.emit(order.event, new Preventable());
});
