import type { Locator, Page } from '@playwright/test';

/** The course's notes that have aids, and one that has none. */
export const places = {
  compute: '3-ecs/3-fargate-ec2-and-managed-instances/',
  storage: '3-ecs/5-storage/',
  rolling: '5-deploying/2-rolling-deployments/',
  none: '3-ecs/1-orchestration/',
};

/** Names of the aids. */
export const names = {
  size: 'Find a Fargate size',
  rolling: 'Try a rolling deployment',
  breakEven: 'Fargate or instances: from where on?',
  compute: 'Choose the compute',
  storage: 'Choose the storage',
};

/** An aid, by its name. */
export function aid(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}
