/** The one way from a route to a link. */

/** Address of something below the site's base: `/3-ecs/` stays right wherever the site stands. */
export function href(route: string): string {
  return import.meta.env.BASE_URL + encodeURI(route.replace(/^\//, ''));
}
