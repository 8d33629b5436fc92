/**
 * Loads a script that a page needs late. After a new version was published it may be gone: then the page is loaded
 * anew, once, and is of the new version with all its scripts.
 */
export async function loadLate<T>(load: () => Promise<T>): Promise<T> {
  let leaving: Event | undefined;
  // Heard once, because Firefox keeps no page for the way back that listens on.
  addEventListener(
    'beforeunload',
    (event) => {
      leaving = event;
    },
    { once: true },
  );
  try {
    return await load();
  } catch (error) {
    const reason = String(error);
    try {
      // Firefox calls off what a page waits for as soon as a link is followed: loading anew would call that off.
      // Without a network, or a second time, it would change nothing.
      if (!leaving && navigator.onLine && sessionStorage['reloaded'] !== reason) {
        sessionStorage['reloaded'] = reason;
        location.reload();
      }
    } catch {
      // A browser that stores nothing cannot tell a first time from a second.
    }
    throw error;
  }
}
