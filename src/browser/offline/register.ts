/** Starts the service worker of a built site, once the page has come and everything else has been asked for. */
import worker from './sw.ts?worker&url';

/** In ms after the page has come. */
const REST = 2000;

if (import.meta.env.PROD && import.meta.env.UNFOLD_OFFLINE !== 'off')
  addEventListener('load', () =>
    // Without it the site works as before; why it did not start is for those who look.
    setTimeout(() => navigator.serviceWorker?.register(worker).catch(console.info), REST),
  );
