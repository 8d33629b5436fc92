/** Where the picture of a page stands that other sites show beside a link to it. */

/** Below the site's base: `/_og/3-ecs/5-storage.png`. No note stands there, because what begins with `_` is no note. */
export function pictureAddress(route: string): string {
  return `/_og/${route.replace(/^\/|\/$/g, '') || '_course'}.png`;
}
