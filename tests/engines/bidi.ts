/**
 * WebDriver BiDi as far as the flows need it: commands and events over the socket of a browser.
 *
 * The clients that npm has bring 20 to 60 MB for it, and Node speaks WebSocket itself.
 */
export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #onEvent: Listener;
  #last = 0;

  private constructor(socket: WebSocket, onEvent: Listener) {
    this.#socket = socket;
    this.#onEvent = onEvent;
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error(GONE));
    });
  }

  /** Connects to a browser that listens at `address`; `onEvent` hears what the session subscribes to. */
  static async connect(address: string, onEvent: Listener): Promise<Bidi> {
    const socket = new WebSocket(address);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`Nobody answers at ${address}.`)));
    });
    return new Bidi(socket, onEvent);
  }

  /** Sends a command and resolves with its result; rejects with what the browser says instead. */
  send<T>(method: string, params: Record<string, unknown> = {}): Promise<T> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error(GONE));
    const answer = Promise.withResolvers<unknown>();
    this.#last += 1;
    this.#waiting.set(this.#last, answer);
    this.#socket.send(JSON.stringify({ id: this.#last, method, params }));
    return answer.promise as Promise<T>;
  }

  #hear({ id, type, result, error, message, method = '', params = {} }: Message): void {
    if (type === 'event') {
      this.#onEvent(method, params);
      return;
    }
    const answer = this.#waiting.get(id ?? 0);
    this.#waiting.delete(id ?? 0);
    if (type === 'success') answer?.resolve(result);
    else answer?.reject(new Error(`${error}: ${message}`));
  }
}

const GONE = 'The browser hung up.';

type Listener = (method: string, params: Record<string, unknown>) => void;

interface Message {
  type: 'success' | 'error' | 'event';
  id?: number;
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: Record<string, unknown>;
}
