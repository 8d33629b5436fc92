import './sw.ts?worker&url';
import './sw-off.ts?worker&url';

/** Starts the service worker of a built site, once the page has come and everything else has been asked for. */
if (import.meta.env.PROD && import.meta.env.OFFLINE !== 'off')
  addEventListener('load', () =>
    // Without it the site works as before; why it did not start is for those who look.
    setTimeout(
      () => navigator.serviceWorker?.register(`${import.meta.env.BASE_URL}sw.js`).catch(console.info),
      2000,
    ),
  );
