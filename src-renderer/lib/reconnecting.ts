type Connection = {
  readonly connect: () => WebSocket;
  readonly onMessage: (data: unknown) => void;
  /** After a gap: what was announced meanwhile is lost. */
  readonly onReconnected: () => void;
};

const firstPauseMs = 500;
const longestPauseMs = 10_000;

/** A WebSocket that comes back by itself for as long as the page lives. Returns what ends it. */
export function reconnecting({ connect, onMessage, onReconnected }: Connection): () => void {
  let hasEnded = false;
  let hadGap = false;
  let pauseMs = firstPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;

  function open(): void {
    socket = connect();
    socket.addEventListener('open', () => {
      pauseMs = firstPauseMs;
      if (hadGap) onReconnected();
      hadGap = false;
    });
    socket.addEventListener('message', (event) => onMessage(event.data));
    socket.addEventListener('close', () => {
      if (hasEnded) return;
      hadGap = true;
      timer = setTimeout(open, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  }

  open();
  return () => {
    hasEnded = true;
    clearTimeout(timer);
    socket?.close();
  };
}
