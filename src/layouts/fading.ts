/**
 * One page of the site fades into the next, for readers who do not mind motion.
 *
 * It stands in the page itself: Chromium 153 asks for it when it comes to the body, and where the rule is still on its way
 * in a style sheet then, it gives the transition up with an error that nobody can catch.
 */
export const fading = '@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}';
