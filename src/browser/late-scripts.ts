/**
 * Loads a script that a page needs late. After a new version was published it may be gone: then the page is loaded
 * anew, once, and is of the new version with all its scripts.
 */
export async function loadLate<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const reason = String(error);
    try {
      // Without a network, or a second time, loading anew would change nothing.
      if (navigator.onLine && sessionStorage['reloaded'] !== reason) {
        sessionStorage['reloaded'] = reason;
        location.reload();
      }
    } catch {
      // A browser that stores nothing cannot tell a first time from a second.
    }
    throw error;
  }
}
