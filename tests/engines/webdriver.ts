import { until } from './until.ts';

/** A session of a driver that speaks WebDriver, W3C's protocol over HTTP. */
export interface Session {
  /** Version of the browser. */
  version: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  end(): Promise<void>;
}

/** Begins a session with the driver at an address, which may still be starting. */
export async function connect(address: string, wanted: object): Promise<Session> {
  await until('the driver to listen', () => fetch(`${address}/status`).then(({ ok }) => ok || undefined));
  const { sessionId, capabilities } = await command<{
    sessionId: string;
    capabilities: { browserVersion: string };
  }>('POST', `${address}/session`, { capabilities: { alwaysMatch: wanted } });
  const session = `${address}/session/${sessionId}`;
  return {
    version: capabilities.browserVersion,
    get: (path) => command('GET', session + path),
    post: (path, body) => command('POST', session + path, body),
    end: () => command('DELETE', session),
  };
}

async function command<T>(method: string, address: string, body?: object): Promise<T> {
  const response = await fetch(address, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
