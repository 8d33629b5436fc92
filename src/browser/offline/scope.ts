/** What TypeScript's library for pages does not have of a service worker: https://www.w3.org/TR/service-workers/ */

export interface ExtendableEvent extends Event {
  /** Keeps the worker alive until this is settled. Of `install` and `activate`, a rejection is a failure. */
  waitUntil(task: Promise<unknown>): void;
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  /** Id of the page that asks; empty where a page is asked for. */
  readonly clientId: string;
  /** Id that the page which is asked for will have. */
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}

export interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

interface Events {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
  message: ExtendableMessageEvent;
}

/** The global scope of a service worker. */
export interface Scope {
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>;
  };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener<T extends keyof Events>(type: T, listener: (event: Events[T]) => void): void;
}
