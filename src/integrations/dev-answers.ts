/** What the development server answers that neither Astro nor Vite knows. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegrationLogger } from 'astro';
import { basePath } from '../site.ts';

/** A file to answer with. Where the type is not said, browsers guess it. */
export interface Answer {
  content: Uint8Array;
  type?: string | undefined;
}

/** Vite takes the base off `url`; the address as it was asked for stays here. */
type Asked = IncomingMessage & { originalUrl?: string | undefined };

/**
 * A middleware that answers with what `find` has for an address: the encoded path below the site's base, without a leading
 * `/`. Null leaves the address to others. What goes wrong is told to the author and to who asked: nobody waits for ever.
 */
export function answering(
  find: (path: string) => Promise<Answer | null>,
  logger: AstroIntegrationLogger,
): (request: Asked, response: ServerResponse, next: (error?: unknown) => void) => Promise<void> {
  return async (request, response, next) => {
    try {
      const { pathname } = new URL(request.originalUrl ?? '', 'http://localhost');
      const answer = pathname.startsWith(basePath) ? await find(pathname.slice(basePath.length)) : null;
      if (!answer) return next();
      if (answer.type) response.setHeader('Content-Type', answer.type);
      response.setHeader('Cache-Control', 'no-cache');
      response.end(answer.content);
    } catch (error) {
      logger.error(String(error));
      next(error);
    }
  };
}
