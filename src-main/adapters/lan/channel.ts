import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { heartbeatMs, maxUnreadBytes, silentBeats } from './limits.ts';

export type Channel = {
  /** What is sent to a connection that is over gets lost, as on the way. */
  readonly send: (text: string) => void;
  /** Ends it without waiting for the other side. */
  readonly cut: () => void;
  /** Ends it after what was sent; resolves when the other side has closed it too. */
  readonly end: () => Promise<void>;
};

export type ChannelEvents = {
  readonly onText: (text: string) => void;
  /** Once, however it ended. */
  readonly onClosed: () => void;
};

/** RFC 6455, 7.4.1. */
const goingAway = 1001;

/** An open connection, the same on both sides: whoever falls silent, reads too slowly or breaks the form is cut. */
export function openChannel(socket: WebSocket, wire: Socket, events: ChannelEvents): Channel {
  let isOver = false;
  const closed = Promise.withResolvers<void>();
  function cut(): void {
    isOver = true;
    socket.terminate();
  }

  const beat = setInterval(createBeat(socket, wire, cut), heartbeatMs);
  socket.on('message', (data, isBinary) => {
    // What had arrived before it was cut is still told.
    if (isOver) return;
    if (isBinary || !Buffer.isBuffer(data)) cut();
    else events.onText(data.toString('utf8'));
  });
  // 'close' follows; a peer that broke the form would be waited for.
  socket.on('error', cut);
  socket.once('close', () => {
    clearInterval(beat);
    closed.resolve();
    events.onClosed();
  });
  socket.resume();
  return {
    send: (text) => {
      if (socket.readyState !== socket.OPEN) return;
      socket.send(text);
      if (socket.bufferedAmount > maxUnreadBytes) cut();
    },
    cut,
    end: () => {
      socket.close(goingAway);
      return closed.promise;
    },
  };
}

/**
 * Beats are counted, not measured: after this PC itself stood still, the next beat comes before what has
 * arrived meanwhile is read. Any byte is a sign of life, so that a large message on a poor line is none of death.
 */
function createBeat(socket: WebSocket, wire: Socket, cut: () => void): () => void {
  let read = wire.bytesRead;
  let silent = 0;
  return () => {
    silent = wire.bytesRead === read ? silent + 1 : 0;
    read = wire.bytesRead;
    if (silent >= silentBeats || socket.readyState !== socket.OPEN) cut();
    else socket.ping();
  };
}
